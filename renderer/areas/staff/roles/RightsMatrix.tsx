import { useController, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  hideableFields,
  ownableAreas,
  type HideableField,
  type OwnableArea,
  type Right,
} from '../../../../app/rights.ts'
import { CheckField } from '../../../kit/form/CheckField.tsx'
import { FieldGrid, FormSection } from '../../../kit/form/FieldGrid.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { useAccount } from '../../../shell/account.ts'
import { customName } from '../../../../app/custom.ts'
import { useCustomFields, useEntries } from '../../clients/lists.ts'
import { useFieldTexts } from '../../clients/fieldTexts.ts'
import { inOrder, type RoleValues } from './roleValues.ts'
import { rightsByArea, tickRight } from './ticks.ts'

interface Props {
  readonly control: Control<RoleValues>
  readonly readOnly: boolean
}

/** Everything a role may do, in words, area by area. What one does not have oneself cannot be given. */
export function RightsMatrix({ control, readOnly }: Props) {
  const { t } = useTranslation()
  const { grant } = useAccount()
  const { field } = useController({ control, name: 'rights' })
  const has = field.value

  const tick = (right: Right) => {
    const locked = !grant.rights.includes(right)
    return (
      <CheckField
        key={right}
        label={t(`staff.rights.${right}.name`)}
        hint={locked && !readOnly ? t('staff.role.beyond') : t(`staff.rights.${right}.means`)}
        checked={has.includes(right)}
        disabled={readOnly || (locked && !has.includes(right))}
        onChange={() => field.onChange(tickRight(has, right, !has.includes(right)))}
      />
    )
  }
  return rightsByArea.map(({ area, rights }) => (
    <FormSection key={area} title={t(`staff.areas.${area}`)}>
      <FieldGrid>{rights.map(tick)}</FieldGrid>
      {area === 'clients' && has.includes('clients.see') && (
        <ClientReach control={control} readOnly={readOnly} />
      )}
      {area === 'calls' && has.includes('calls.see') && (
        <div className="role-reach">
          <OwnOnly area="calls" control={control} readOnly={readOnly} />
        </div>
      )}
    </FormSection>
  ))
}

/** Whether the role reaches all records of an area, or only those of its own person. */
function OwnOnly({ area, control, readOnly }: Props & { area: OwnableArea }) {
  const { t } = useTranslation()
  const { grant } = useAccount()
  const { field: own } = useController({ control, name: 'ownOnly' })
  return (
    <SelectField
      wide
      label={t(`staff.reach.${area}.label`)}
      value={own.value.includes(area) ? 'own' : 'all'}
      disabled={readOnly || grant.ownOnly.includes(area)}
      onChange={(event) =>
        own.onChange(
          ownableAreas.filter((one) =>
            one === area ? event.currentTarget.value === 'own' : own.value.includes(one),
          ),
        )
      }
      options={[
        { id: 'all', label: t(`staff.reach.${area}.all`) },
        { id: 'own', label: t(`staff.reach.${area}.own`) },
      ]}
    />
  )
}

/** Which clients the role reaches, and how much of their cards it sees. A tick shows, as everywhere; the role keeps what is hidden. */
function ClientReach({ control, readOnly }: Props) {
  const { t } = useTranslation()
  const { grant } = useAccount()
  const texts = useFieldTexts()
  const { field: hidden } = useController({ control, name: 'hidden' })
  const { field: only } = useController({ control, name: 'onlyRelations' })
  const relations = useEntries('relation')
  const custom = useCustomFields()
    .filter(({ retired }) => !retired)
    .map(({ id }) => customName(id))

  const show = (field: HideableField, shown: boolean) =>
    hidden.onChange(inOrder([...hidden.value.filter((one) => one !== field), ...(shown ? [] : [field])]))
  return (
    <div className="role-reach">
      <OwnOnly area="clients" control={control} readOnly={readOnly} />
      <fieldset className="staff-ticks">
        <legend className="kit-label">{t('staff.reach.relations.label')}</legend>
        <div className="role-fields">
          {relations
            .filter((relation) => !relation.retired || only.value.includes(relation.id))
            .map(({ id, name }) => (
              <CheckField
                key={id}
                label={name}
                checked={only.value.includes(id)}
                disabled={readOnly || (grant.onlyRelations.length > 0 && !grant.onlyRelations.includes(id))}
                onChange={(event) =>
                  only.onChange(
                    event.currentTarget.checked
                      ? [...only.value, id]
                      : only.value.filter((one) => one !== id),
                  )
                }
              />
            ))}
        </div>
        <span className="kit-hint">{t('staff.reach.relations.hint')}</span>
      </fieldset>
      <fieldset className="staff-ticks">
        <legend className="kit-label">{t('staff.fields.label')}</legend>
        <div className="role-fields">
          {[...hideableFields, ...custom].map((field) => {
            const shown = !hidden.value.includes(field)
            return (
              <CheckField
                key={field}
                label={texts.name(field.replace(/^client\./, ''))}
                checked={shown}
                disabled={readOnly || (grant.hidden.includes(field) && !shown)}
                onChange={() => show(field, !shown)}
              />
            )
          })}
        </div>
        <span className="kit-hint">{t('staff.fields.hint')}</span>
      </fieldset>
    </div>
  )
}
