import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { FormProvider } from 'react-hook-form'
import type { FieldPath, FieldValues, SubmitHandler, UseFormReturn } from 'react-hook-form'
import { Banner } from '../Banner.tsx'
import { useKitWords } from '../words.ts'
import { flattenErrors, FormStateProvider } from './formState.ts'

type Props<Values extends FieldValues, Parsed> = {
  /** From `useForm`. Fields inside find their own errors by their name. */
  form: UseFormReturn<Values, unknown, Parsed>
  onSave: SubmitHandler<Parsed>
  /** Told at each change, for the window's dirty mark. */
  onDirty?: (dirty: boolean) => void
  /** What the office answered to the last saving, as a sentence. */
  problem?: string | undefined
  /** A `<FormBar>`, outside of what scrolls. */
  bar?: ReactNode
  children: ReactNode
}

/** The form: fields that scroll, errors on top once saving has failed, the bar below. */
export function Form<Values extends FieldValues, Parsed = Values>(props: Props<Values, Parsed>) {
  const { form, onSave, onDirty, problem, bar, children } = props
  const { errors, isDirty, isSubmitting, submitCount, isSubmitted } = form.formState
  const flat = flattenErrors(errors)
  const text = JSON.stringify(flat)
  const state = useMemo(
    () => ({ errors: JSON.parse(text) as Record<string, string>, dirty: isDirty, saving: isSubmitting }),
    [text, isDirty, isSubmitting],
  )
  useEffect(() => onDirty?.(isDirty), [isDirty, onDirty])
  return (
    <FormProvider {...form}>
      <FormStateProvider value={state}>
        <form
          className="kit-form"
          noValidate
          aria-busy={isSubmitting}
          data-dirty={isDirty}
          onSubmit={(event) => {
            // A form in a dialog in a form must not save both.
            event.stopPropagation()
            void form.handleSubmit(onSave)(event)
          }}
        >
          <div className="kit-form-body">
            {problem && <Banner tone="bad">{problem}</Banner>}
            {isSubmitted && Object.keys(flat).length > 0 && (
              <ErrorList
                key={submitCount}
                errors={flat}
                onGo={(name) => form.setFocus(name as FieldPath<Values>)}
              />
            )}
            {children}
          </div>
          {bar}
        </form>
      </FormStateProvider>
    </FormProvider>
  )
}

/** The errors on top. Each leads to its field and says the field's own label. */
function ErrorList({ errors, onGo }: { errors: Record<string, string>; onGo: (name: string) => void }) {
  const words = useKitWords()
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<Record<string, string>>({})
  const names = Object.keys(errors)
  useEffect(() => {
    const form = place.current?.closest('form')
    const labelOf = (name: string) => {
      const field = form?.elements.namedItem(name)
      const label =
        field instanceof HTMLElement && 'labels' in field ? (field as HTMLInputElement).labels?.[0] : null
      return label?.querySelector('[data-label]')?.textContent ?? label?.textContent ?? ''
    }
    setLabels(Object.fromEntries(names.map((name) => [name, labelOf(name)])))
    // The labels stand on the page; they are read once for each list of fields.
    // eslint-disable-next-line react/exhaustive-deps
  }, [names.join(' ')])
  return (
    <div ref={place}>
      <Banner tone="bad">
        <b id={id}>{words.correctThese(names.length)}</b>
        <ul aria-labelledby={id}>
          {names.map((name) => (
            <li key={name}>
              <button type="button" className="kit-link" onClick={() => onGo(name)}>
                {labels[name] ? `${labels[name]}: ${errors[name]}` : errors[name]}
              </button>
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  )
}
