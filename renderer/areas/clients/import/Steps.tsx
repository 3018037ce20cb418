import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const steps = ['file', 'columns', 'check', 'done'] as const
export type StepName = (typeof steps)[number]

/** Where one is on the way from the file to the clients. */
export function Steps({ step, complete = false }: { step: StepName; complete?: boolean }) {
  const { t } = useTranslation()
  const at = steps.indexOf(step)
  return (
    <ol className="import-steps" aria-label={t('imports.steps.label')}>
      {steps.map((name, index) => {
        const behind = index < at || complete
        return (
          <li key={name} data-behind={behind || undefined} aria-current={index === at ? 'step' : undefined}>
            <span className="import-step-mark" aria-hidden="true">
              {behind ? <Check size={12} /> : index + 1}
            </span>
            {t(`imports.steps.${name}`)}
          </li>
        )
      })}
    </ol>
  )
}
