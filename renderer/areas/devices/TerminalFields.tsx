import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { thousandths } from '../../../app/quantity.ts'
import { readyFormatNames, readyFormats, type TerminalFormat } from '../../../app/terminals/formats.ts'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextArea } from '../../kit/form/TextArea.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask } from '../../shell/office/office.ts'
import { formatOf, type DeviceValues } from './deviceValues.ts'

/** How a terminal writes what was counted, and what pasted lines would mean. */
export function TerminalFields({ form }: { readonly form: UseFormReturn<DeviceValues> }) {
  const { t } = useTranslation()
  const terminal = useWatch({ control: form.control, name: 'terminal' })
  const needed = (text: string) => text.trim() !== '' || t('clients.problems.required')
  const format = formatOf(terminal)
  const nameOf = (id: (typeof readyFormatNames)[number]) => {
    const ready = readyFormats[id]
    const name = t(`devices.terminal.formats.${id}`)
    return ready.kind === 'lines' ? `${name}: ${ready.pattern}` : name
  }
  return (
    <>
      <FieldGrid>
        <SelectField
          wide
          label={t('devices.terminal.format')}
          options={[
            ...readyFormatNames.map((id) => ({ id, label: nameOf(id) })),
            { id: 'own', label: t('devices.terminal.own') },
          ]}
          {...form.register('terminal.format')}
        />
        {terminal.format === 'own' && (
          <TextField
            required
            wide
            dir="ltr"
            spellCheck={false}
            maxLength={200}
            label={t('devices.terminal.pattern')}
            hint={t('devices.terminal.patternHint')}
            {...form.register('terminal.pattern', { validate: needed })}
          />
        )}
        {format.kind === 'dbf' ? (
          <>
            <TextField
              required
              dir="ltr"
              maxLength={10}
              label={t('devices.terminal.barcode')}
              {...form.register('terminal.barcode', { validate: needed })}
            />
            <TextField
              dir="ltr"
              maxLength={10}
              label={t('devices.terminal.quantity')}
              hint={t('devices.terminal.quantityHint')}
              {...form.register('terminal.quantity')}
            />
          </>
        ) : (
          <TextField
            wide
            dir="ltr"
            maxLength={50}
            label={t('devices.terminal.end')}
            hint={t('devices.terminal.endHint')}
            {...form.register('terminal.end')}
          />
        )}
      </FieldGrid>
      {format.kind === 'lines' && <TryText format={format} />}
    </>
  )
}

/** Pasted lines, and what they mean in the format. */
function TryText({ format }: { readonly format: TerminalFormat }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const [text, setText] = useState('')
  const asked = useDeferredValue(JSON.stringify({ format, text }))
  const { data, error } = useQuery({
    ...ask.terminals.tryText.queryOptions({
      input: JSON.parse(asked) as { format: typeof format; text: string },
    }),
    enabled: text.trim() !== '' && (format.kind === 'dbf' || format.pattern !== ''),
    gcTime: 0,
  })
  return (
    <div className="devices-try">
      <TextArea
        dir="ltr"
        rows={2}
        spellCheck={false}
        label={t('devices.terminal.try')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && <p className="kit-error">{sentenceOf(error)}</p>}
      {!error && data && text.trim() !== '' && (
        <ul aria-live="polite">
          {data.lines.map(({ barcode, quantity }, index) => (
            <li key={`${index} ${barcode}`} data-kind="good">
              {t('devices.terminal.means', { barcode, quantity: notation.number(quantity / thousandths) })}
            </li>
          ))}
          {data.strange.map((line) => (
            <li key={line} data-kind="bad">
              {t('devices.terminal.strange', { line })}
            </li>
          ))}
          {data.cutOff && <li data-kind="bad">{t('devices.terminal.cutOff')}</li>}
        </ul>
      )}
    </div>
  )
}
