import { useEffect, useRef, useState, type ReactNode } from 'react'
import { print } from '../../../kit/print.ts'
import { CardArticle } from './CardArticle.tsx'
import type { CardText } from './cardText.ts'
import './text.css'

interface Sheet {
  readonly title: string
  readonly cards: readonly CardText[]
  readonly whole: boolean
}

/** Cards on paper. `sheet` is to be drawn somewhere: it is not seen, only copied onto the page that is printed. */
export function usePrintSheet(): { printCards: (sheet: Sheet) => void; sheet: ReactNode } {
  const [shown, setShown] = useState<Sheet>()
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!shown || !part.current) return
    print(part.current, shown.title)
    setShown(undefined)
  }, [shown])
  return {
    printCards: setShown,
    sheet: shown && (
      <div hidden>
        <div className="client-sheet" ref={part}>
          {shown.cards.length > 1 && <h1>{shown.title}</h1>}
          {shown.cards.map((text) => (
            <section key={text.id} className="client-text">
              <CardArticle text={text} whole={shown.whole} />
            </section>
          ))}
        </div>
      </div>
    ),
  }
}
