import { TextWithNumbers } from '../../../shell/calls/TextWithNumbers.tsx'
import type { CardText } from './cardText.ts'

/** One client as text: a line or two in the short list, every field of the whole card. */
export function CardArticle({ text, whole }: { text: CardText; whole: boolean }) {
  return (
    <>
      <h3 dir="auto">
        {text.name}
        {text.otherNames.map((other) => (
          <bdi key={other} className="client-soft">
            {' · '}
            {other}
          </bdi>
        ))}
      </h3>
      {whole ? (
        <dl>
          {text.fields.map(({ field, name, values, numbers }) => (
            <div key={field}>
              <dt>{name}</dt>
              <dd>
                {values.map((value, place) => (
                  <span key={place} className="client-block client-notes" dir="auto">
                    <TextWithNumbers text={value} number={numbers?.[place]} inLine />
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>
          {text.fields.flatMap(({ field, values, numbers }) =>
            values.map((value, place) => (
              <bdi key={`${field} ${place}`} className="client-text-part">
                <TextWithNumbers text={value} number={numbers?.[place]} inLine />
              </bdi>
            )),
          )}
        </p>
      )}
    </>
  )
}
