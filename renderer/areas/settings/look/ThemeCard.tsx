import { Check, Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Theme } from '../../../../assets/themes/theme.ts'
import { ThemePicture } from './ThemePicture.tsx'

interface Props {
  /** The radio group: one for each shelf, as a favourite stands on two. */
  readonly group: string
  readonly name: string
  /** Two where the look follows the system. */
  readonly pictures: readonly Theme[]
  readonly chosen: boolean
  /** Absent where it cannot be one. */
  readonly favourite: boolean | undefined
  readonly onChoose: () => void
  readonly onFavour: (favour: boolean) => void
}

/** One look of the gallery: its picture, its name, and the star that keeps it at hand. */
export function ThemeCard({ group, name, pictures, chosen, favourite, onChoose, onFavour }: Props) {
  const { t } = useTranslation()
  return (
    <div className="theme-card">
      <label>
        <input type="radio" className="kit-unseen" name={group} checked={chosen} onChange={onChoose} />
        <span className="theme-pictures" aria-hidden="true">
          {pictures.map((theme) => (
            <ThemePicture key={theme.id} theme={theme} />
          ))}
        </span>
        <span className="theme-name">
          {name}
          {chosen && <Check size={15} aria-hidden="true" />}
        </span>
      </label>
      {favourite !== undefined && (
        <button
          type="button"
          className="theme-star"
          aria-pressed={favourite}
          aria-label={t(favourite ? 'themes.unfavour' : 'themes.favour', { name })}
          onClick={() => onFavour(!favourite)}
        >
          <Star size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
