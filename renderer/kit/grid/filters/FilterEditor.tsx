import type { FieldType } from '../../../../app/criteria.ts'
import { ChoiceFilter } from './ChoiceFilter.tsx'
import type { Filter, FilterField } from './filter.ts'
import { DaysFilter, NumbersFilter } from './RangeFilter.tsx'
import { TextFilter } from './TextFilter.tsx'

export type EditorProps = {
  field: FilterField
  filter: Filter | undefined
  /** As one chooses: the list follows at once. Undefined: no filter. */
  onFilter: (filter: Filter | undefined) => void
  /** All is said: the place it stands in may close. */
  onDone: () => void
}

const editors: Record<FieldType, (props: EditorProps) => React.ReactNode> = {
  text: TextFilter,
  choice: ChoiceFilter,
  'yes-no': ChoiceFilter,
  date: DaysFilter,
  number: NumbersFilter,
  money: NumbersFilter,
}

/** Says by what a field is filtered, as its type allows. The same under a header, behind a chip and in a menu. */
export function FilterEditor(props: EditorProps) {
  const Editor = editors[props.field.type]
  return <Editor {...props} />
}
