import { useTranslation } from 'react-i18next'
import { FieldGrid, FormSection } from '../../kit/form/FieldGrid.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import type { ScannerHabits } from '../../shell/scanning/burst.ts'
import { limits, setHabits, useScanner } from '../../shell/scanning/scanner.ts'

/** How the barcode scanner of this computer types, and a place to try it. Acts at once. */
export function ScannerSection() {
  const { t } = useTranslation()
  const { habits, last } = useScanner()
  const change = (changed: Partial<ScannerHabits>) => setHabits({ ...habits, ...changed })
  const number = (name: 'pause' | 'least') => (
    <NumberField
      label={t(`scanner.${name}`)}
      hint={t(`scanner.${name}Hint`)}
      min={limits[name][0]}
      max={limits[name][1]}
      value={habits[name]}
      onChange={(value) => value !== null && !Number.isNaN(value) && change({ [name]: value })}
    />
  )
  return (
    <div className="settings-section">
      <FormSection title={t('scanner.title')}>
        <p className="settings-hint">{t('scanner.hint')}</p>
        <p role="status" className="settings-scanned">
          {last === null ? t('scanner.try') : t('scanner.read')}
          {last !== null && <bdi className="kit-numbers">{last}</bdi>}
        </p>
        <FieldGrid>
          <SelectField
            label={t('scanner.suffix')}
            value={habits.suffix}
            onChange={(event) => change({ suffix: event.currentTarget.value as ScannerHabits['suffix'] })}
            options={(['Enter', 'Tab', 'none'] as const).map((id) => ({
              id,
              label: id === 'none' ? t('scanner.nothing') : id,
            }))}
          />
          <TextField
            label={t('scanner.prefix')}
            hint={t('scanner.prefixHint')}
            dir="ltr"
            maxLength={5}
            defaultValue={habits.prefix}
            // When it is left, not at each key: they may be those of a scanner.
            onBlur={(event) => change({ prefix: event.currentTarget.value.trim() })}
          />
          {number('pause')}
          {number('least')}
        </FieldGrid>
      </FormSection>
    </div>
  )
}
