import './calls.css'
import { MissedView } from './MissedView.tsx'

/** Who is to be called back, as a window of its own: what a reminder opens. */
export const MissedWindow = () => (
  <div className="calls">
    <MissedView />
  </div>
)
