import { useRef, useState, useSyncExternalStore } from 'react'
import { askStore } from './ask.ts'
import type { Asked } from './ask.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { useKitWords } from './words.ts'

/** Shows the questions of `ask()` and `choose()`, one after another. */
export function AskHost() {
  const words = useKitWords()
  const [first] = useSyncExternalStore(askStore.subscribe, askStore.current)
  // The last question stays drawn while its dialog fades.
  const [drawn, setDrawn] = useState<Asked | undefined>(first)
  const likely = useRef<HTMLButtonElement>(null)
  if (first && first !== drawn) setDrawn(first)
  if (!drawn) return null
  const { question, answer } = drawn
  // Enter must not do what cannot be undone.
  const dangerous = question.choices.at(-1)?.kind === 'danger'
  return (
    <Dialog
      key={drawn.id}
      open={first === drawn}
      onClose={() => answer(undefined)}
      title={question.title}
      text={question.text}
      initialFocus={likely}
      footer={
        <>
          <Button onClick={() => answer(undefined)} ref={dangerous ? likely : undefined}>
            {question.cancel ?? words.cancel}
          </Button>
          {question.choices.map((choice, place) => (
            <Button
              key={choice.id}
              kind={choice.kind ?? 'secondary'}
              keys={choice.keys}
              onClick={() => answer(choice.id)}
              ref={!dangerous && place === question.choices.length - 1 ? likely : undefined}
            >
              {choice.label}
            </Button>
          ))}
        </>
      }
    />
  )
}
