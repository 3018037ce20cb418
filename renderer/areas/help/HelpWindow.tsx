export function HelpWindow() {
  return null
}
