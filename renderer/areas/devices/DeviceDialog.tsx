import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { OfficeDevice } from '../../../app/contract/devices.ts'
import { deviceKinds, officeSeat, type DeviceKind } from '../../../app/devices.ts'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { toast } from '../../kit/toasts.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'
import { office } from '../../shell/office/office.ts'
import { ConnectionFields } from './ConnectionFields.tsx'
import { KindFields } from './KindFields.tsx'
import { DeviceTest } from './DeviceTest.tsx'
import { draftOf, settingsOf, valuesOf, ways, type DeviceValues } from './deviceValues.ts'

interface Props {
  /** Undefined for a new one. */
  readonly device: OfficeDevice | undefined
  /** Computers of the office, the reader's own first. */
  readonly seats: readonly string[]
  readonly onClosed: () => void
}

/** A device of the office, new or as it is. */
export function DeviceDialog({ device, seats, onClosed }: Props) {
  const { t } = useTranslation()
  const here = seats[0] ?? officeSeat
  const form = useForm<DeviceValues>({ mode: 'onTouched', defaultValues: valuesOf(device, here) })
  const [kind, seat] = useWatch({ control: form.control, name: ['kind', 'seat'] })
  const save = async (values: DeviceValues): Promise<boolean> => {
    await office.devices.save(draftOf(values, device?.id))
    toast({ tone: 'good', text: t('devices.saved', { name: values.name.trim() }) })
    return true
  }
  const nameOf = (id: string) => (id === officeSeat ? t('devices.seatOffice') : id)
  return (
    <FormDialog
      form={form}
      title={device ? t('devices.editTitle', { name: device.name }) : t('devices.new')}
      onSave={save}
      onClosed={onClosed}
    >
      <FieldGrid>
        <TextField
          required
          label={t('devices.name')}
          maxLength={100}
          {...form.register('name', {
            validate: (text) => text.trim() !== '' || t('clients.problems.required'),
          })}
        />
        <SelectField
          label={t('devices.kind')}
          hint={t(`devices.kinds.${kind}.help`)}
          disabled={device !== undefined}
          options={deviceKinds.map((id) => ({ id, label: t(`devices.kinds.${id}.name`) }))}
          {...form.register('kind', {
            onChange: ({ target }: { target: { value: DeviceKind } }) =>
              form.setValue('connection.kind', ways[target.value][0]!),
          })}
        />
      </FieldGrid>
      <ConnectionFields form={form} ways={ways[kind]} id={device?.id} />
      <DeviceTest id={device?.id} asked={() => settingsOf(form.getValues())} />
      <KindFields form={form} />
      <FieldGrid>
        {kind !== 'terminal' && (
          <SelectField
            label={t('devices.seat')}
            hint={t(`devices.kinds.${kind}.seat`)}
            options={[...new Set([...seats, officeSeat, seat])].map((id) => ({
              id,
              label: id === here ? t('devices.seatHere', { seat: nameOf(id) }) : nameOf(id),
            }))}
            {...form.register('seat')}
          />
        )}
        <CheckField
          label={t('devices.enabled')}
          hint={t('devices.enabledHint')}
          {...form.register('enabled')}
        />
      </FieldGrid>
    </FormDialog>
  )
}
