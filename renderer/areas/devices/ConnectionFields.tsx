import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { TerminalConnection } from '../../../app/devices.ts'
import { Button } from '../../kit/Button.tsx'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { ask } from '../../shell/office/office.ts'
import type { DeviceValues } from './deviceValues.ts'

interface Props {
  readonly form: UseFormReturn<DeviceValues>
  /** The ways in which a device of the kind can be connected. */
  readonly ways: readonly TerminalConnection['kind'][]
  /** Undefined while it is new. */
  readonly id: number | undefined
}

/** How a device is connected to the office's computer. */
export function ConnectionFields({ form, ways, id }: Props) {
  const { t } = useTranslation()
  const { kind, key } = useWatch({ control: form.control, name: 'connection' })
  const needed = (text: string) => text.trim() !== '' || t('clients.problems.required')
  return (
    <FieldGrid>
      <SelectField
        wide
        label={t('devices.connection.label')}
        options={ways.map((id) => ({ id, label: t(`devices.connection.${id}`) }))}
        {...form.register('connection.kind')}
      />
      {kind === 'serial' && <SerialFields form={form} />}
      {kind === 'web' && (
        <TextField
          wide
          readOnly
          dir="ltr"
          label={t('devices.connection.address')}
          hint={t('devices.connection.addressHint')}
          value={
            id === undefined
              ? t('devices.connection.afterSaving')
              : `${window.location.origin}/terminal/${id}/${key}`
          }
        />
      )}
      {(kind === 'file' || kind === 'folder') && (
        <TextField
          required
          wide
          dir="ltr"
          label={t(`devices.connection.${kind === 'folder' ? 'folderPath' : 'path'}`)}
          hint={t(`devices.connection.${kind === 'folder' ? 'folderHint' : 'pathHint'}`)}
          maxLength={300}
          {...form.register('connection.path', { validate: needed })}
        />
      )}
      {(kind === 'tcp' || kind === 'listen') && (
        <>
          <TextField
            required
            dir="ltr"
            label={t('devices.host')}
            hint={kind === 'listen' ? t('devices.listenHint') : undefined}
            maxLength={200}
            {...form.register('connection.host', { validate: needed })}
          />
          <Controller
            control={form.control}
            name="connection.port"
            rules={{ validate: (port) => (port >= 1 && port <= 65_535) || t('devices.badPort') }}
            render={({ field: { onChange, ...field } }) => (
              <NumberField
                {...field}
                label={t('devices.port')}
                min={1}
                max={65_535}
                onChange={(port) => onChange(port ?? Number.NaN)}
              />
            )}
          />
        </>
      )}
    </FieldGrid>
  )
}

/** A serial line of the office's computer, and how it speaks. */
function SerialFields({ form }: Pick<Props, 'form'>) {
  const { t } = useTranslation()
  const lines = useQuery({ ...ask.devices.serialLines.queryOptions(), gcTime: 0 })
  const known = lines.data ?? []
  return (
    <>
      <TextField
        required
        wide
        dir="ltr"
        label={t('devices.line.path')}
        hint={
          lines.data &&
          (known.length === 0
            ? t('devices.line.none')
            : t('devices.line.found', { lines: known.map(({ path }) => path).join(', ') }))
        }
        list="devices-serial-lines"
        {...form.register('connection.path', {
          validate: (text) => text.trim() !== '' || t('clients.problems.required'),
          // What is behind the line is remembered, so that it is found under another name too.
          onChange: ({ target }: { target: { value: string } }) =>
            form.setValue('connection.usb', known.find(({ path }) => path === target.value)?.usb ?? null),
        })}
        after={
          <Button size="small" kind="quiet" icon={RefreshCw} onClick={() => void lines.refetch()}>
            {t('devices.line.look')}
          </Button>
        }
      />
      <datalist id="devices-serial-lines">
        {known.map(({ path, maker }) => (
          <option key={path} value={path} label={maker} />
        ))}
      </datalist>
      <Controller
        control={form.control}
        name="connection.baud"
        render={({ field: { onChange, ...field } }) => (
          <NumberField
            {...field}
            min={50}
            max={1_000_000}
            label={t('devices.line.baud')}
            onChange={(baud) => onChange(baud ?? Number.NaN)}
          />
        )}
      />
      <SelectField
        label={t('devices.line.bits')}
        options={['8', '7'].map((id) => ({ id, label: id }))}
        {...form.register('connection.bits')}
      />
      <SelectField
        label={t('devices.line.parity')}
        options={(['none', 'even', 'odd'] as const).map((id) => ({
          id,
          label: t(`devices.line.parities.${id}`),
        }))}
        {...form.register('connection.parity')}
      />
      <SelectField
        label={t('devices.line.stopBits')}
        options={['1', '2'].map((id) => ({ id, label: id }))}
        {...form.register('connection.stopBits')}
      />
    </>
  )
}
