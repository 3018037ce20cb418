import { SerialPort } from 'serialport'

/** A serial line and how it speaks. */
export interface SerialLine {
  readonly path: string
  readonly baud: number
  readonly bits: 7 | 8
  readonly parity: 'none' | 'even' | 'odd'
  readonly stopBits?: 1 | 2 | undefined
  /** The device behind a USB line, so that it is found again where the system gives it another name. */
  readonly usb?: UsbName | null | undefined
}

export interface UsbName {
  readonly vendor: string
  readonly product: string
  /** Empty where the device has none. */
  readonly serial: string
}

/** A serial line that the system knows. */
export interface KnownLine {
  readonly path: string
  readonly maker: string
  readonly usb: UsbName | null
}

/** The serial lines of this computer. */
export async function knownLines(): Promise<KnownLine[]> {
  const ports = await SerialPort.list()
  return ports.map(({ path, manufacturer, vendorId, productId, serialNumber }) => ({
    path,
    maker: manufacturer ?? '',
    usb: vendorId && productId ? { vendor: vendorId, product: productId, serial: serialNumber ?? '' } : null,
  }))
}

/** Where a line is to be found now: a USB device that was plugged in again may have another name than before. */
export async function pathOf(line: SerialLine): Promise<string> {
  return line.usb ? pathAmong(await knownLines(), line.path, line.usb) : line.path
}

/** The path of the device among the lines; as it was where it is not there, or where several could be it. */
export function pathAmong(
  lines: readonly KnownLine[],
  path: string,
  { vendor, product, serial }: UsbName,
): string {
  const same = lines.filter(
    ({ usb }) => usb?.vendor === vendor && usb.product === product && usb.serial === serial,
  )
  const [first] = same
  return first === undefined || same.some((line) => line.path === path) || same.length > 1 ? path : first.path
}
