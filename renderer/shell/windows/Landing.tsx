import { useMoment } from './moment.ts'
import { rectStyle } from './resizing.ts'

/** Shows where a dragged window would land. */
export function Landing() {
  const landing = useMoment((moment) => moment.landing)
  if (!landing) return null
  return <div className="desk-landing" data-into={landing.into} style={rectStyle(landing.rect)} />
}
