import { useEffect } from 'react'
import { queries } from '../../../shell/office/following.ts'
import { ask } from '../../../shell/office/office.ts'

/** Milliseconds on one row after which its card is fetched: whoever holds an arrow key passes by. */
const rest = 60

/** Reads the card of the row one stands on before it is asked for: opening or looking then waits for no answer. */
export function useCardAhead(id: number | undefined): void {
  useEffect(() => {
    if (id === undefined) return undefined
    const timer = setTimeout(
      () => void queries.prefetchQuery(ask.clients.card.queryOptions({ input: { id } })),
      rest,
    )
    return () => clearTimeout(timer)
  }, [id])
}
