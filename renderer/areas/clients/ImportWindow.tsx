export function ImportWindow() {
  return null
}
