import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import type { LucideIcon } from 'lucide-react'
import { Tip } from './Tip.tsx'

export type Segment<Id extends string> = { id: Id; label: string; icon?: LucideIcon | undefined }

type Props<Id extends string> = {
  label: string
  segments: readonly Segment<Id>[]
  chosen: Id
  onChoose: (id: Id) => void
  /** The key that goes on to the next one. */
  keys?: string | undefined
}

/** One of a few, side by side: the ways of seeing a list. With icons the words are tooltips. One stop of Tab, arrows inside. */
export function Segments<Id extends string>({ label, segments, chosen, onChoose, keys }: Props<Id>) {
  return (
    <ToggleGroup
      className="kit-segments"
      aria-label={label}
      value={[chosen]}
      onValueChange={([next]) => {
        const found = segments.find(({ id }) => id === next)
        if (found) onChoose(found.id)
      }}
    >
      {segments.map(({ id, label, icon: Icon }) => {
        const face = (
          <Toggle key={id} value={id} className="kit-segment" aria-label={Icon ? label : undefined}>
            {Icon ? <Icon size={16} aria-hidden="true" /> : label}
          </Toggle>
        )
        return Icon ? (
          <Tip key={id} text={label} keys={keys}>
            {face}
          </Tip>
        ) : (
          face
        )
      })}
    </ToggleGroup>
  )
}
