import { useNotation } from '../../../shell/language/notation.ts'

/** The stars that a client gave a call; by keys and by a link they can have given some twice. */
export function Stars({ given }: { given: readonly number[] }) {
  const { number } = useNotation()
  return given.map((stars, at) => (
    <span key={at} role="img" aria-label={number(stars)} className="call-stars">
      {'★'.repeat(stars)}
    </span>
  ))
}
