import { Fragment, useMemo } from 'react'
import { isCountryCode } from '../../../app/countries.ts'
import { phonesInText } from '../../../app/phonesInText.ts'
import { useAccount } from '../account.ts'
import { PhoneNumber } from './PhoneNumber.tsx'

interface Props {
  readonly text: string
  /** Where the whole text is about one number, that number, valid or not. */
  readonly number?: string | undefined
  /** As of `PhoneNumber`. */
  readonly inLine?: boolean
}

/** What somebody wrote, with the telephone numbers in it as links. */
export function TextWithNumbers({ text, number, inLine = false }: Props) {
  const { country } = useAccount().office
  const parts = useMemo(
    () => phonesInText(text, isCountryCode(country) ? country : undefined),
    [text, country],
  )
  if (number !== undefined)
    return (
      <PhoneNumber number={number} inLine={inLine}>
        {text}
      </PhoneNumber>
    )
  return parts.map((part, place) =>
    part.isNumber ? (
      <PhoneNumber key={place} number={part.text} inLine={inLine} />
    ) : (
      <Fragment key={place}>{part.text}</Fragment>
    ),
  )
}
