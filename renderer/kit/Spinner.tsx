import { LoaderCircle } from 'lucide-react'

/** Turning circle beside words that say what is waited for. */
export const Spinner = ({ size = 16 }: { size?: number }) => (
  <LoaderCircle className="kit-spinner" size={size} aria-hidden="true" />
)
