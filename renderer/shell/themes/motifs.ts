import type { DeskPattern } from '../../../assets/themes/theme.ts'
import { drawn, type Drawing, type Inks } from './drawing.ts'

/** The same shape at several places of a tile: x, y, turned by degrees, times its size. */
type Place = readonly [x: number, y: number, turn: number, size: number]

const scattered = (shape: string, places: readonly Place[], of = '') =>
  places
    .map(
      ([x, y, turn, size]) =>
        `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})" ${of}>${shape}</g>`,
    )
    .join('')

const round = (count: number, shape: (turn: number) => string) =>
  Array.from({ length: count }, (_, n) => shape((360 / count) * n)).join('')

const lines = (ink: string, path: string, width = 1) =>
  `<path d="${path}" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

const circle = (x: number, y: number, r: number, of: string) => `<circle cx="${x}" cy="${y}" r="${r}" ${of}/>`

const flower = round(5, (turn) => `<ellipse cx="0" cy="-6.5" rx="3.6" ry="6" transform="rotate(${turn})"/>`)
const leaf = 'M0 -14C8 -8 8 6 0 14C-8 6 -8 -8 0 -14Z'
const flake = round(
  6,
  (turn) => `<path d="M0 0V-12M0 -7L-3.5 -10.5M0 -7L3.5 -10.5" transform="rotate(${turn})"/>`,
)
const sparkle = 'M0 -9C1 -2 2 -1 9 0C2 1 1 2 0 9C-1 2 -2 1 -9 0C-2 -1 -1 -2 0 -9Z'
/** A ram's horn, half of it: the curl that steppe carpets are made of. */
const horn = 'M0 22V6C0 -6 -4 -14 -13 -14C-21 -14 -24 -8 -23 -3C-22 1 -18 3 -15 1C-12 -1 -13 -5 -16 -5'
const star8 = 'M-18 -18H18V18H-18Z'

/** Patterns that need more than a gradient, each a tile that meets itself on all sides. */
export const motifs: Partial<Record<DeskPattern, (inks: Inks) => Drawing>> = {
  graph: ({ faint, mark }) =>
    drawn(
      40,
      40,
      lines(faint, 'M0 8.5H40M0 16.5H40M0 24.5H40M0 32.5H40M8.5 0V40M16.5 0V40M24.5 0V40M32.5 0V40', 0.6) +
        lines(mark, 'M0 .5H40M.5 0V40', 0.9),
    ),
  dither: ({ mark }) => drawn(4, 4, `<path d="M0 0h1v1h-1zM2 2h1v1h-1z" fill="${mark}"/>`),
  waves: ({ mark, faint }) =>
    drawn(
      80,
      36,
      lines(mark, 'M0 9Q10 -3 20 9T40 9T60 9T80 9', 1.4) +
        lines(faint, 'M-20 27Q-10 15 0 27T20 27T40 27T60 27T80 27T100 27', 1.4),
    ),
  scales: ({ mark, faint }) => {
    const fan = (x: number, y: number) =>
      [20, 14, 8]
        .map((r, n) => circle(x, y, r, `stroke="${n === 0 ? mark : faint}" stroke-width="1.1"`))
        .join('')
    const cut = (x: number, y: number) =>
      `<svg x="${x - 20}" y="${y - 20}" width="40" height="20" viewBox="0 0 40 20">${fan(20, 20)}</svg>`
    return drawn(40, 40, cut(0, 20) + cut(40, 20) + cut(20, 40))
  },
  bubbles: ({ mark, second, faint }) =>
    drawn(
      150,
      150,
      [
        [24, 30, 14],
        [92, 22, 7],
        [124, 70, 18],
        [62, 84, 10],
        [22, 118, 8],
        [98, 126, 13],
        [54, 48, 4],
        [140, 134, 4],
      ]
        .map(([x = 0, y = 0, r = 0]) =>
          circle(x, y, r, `fill="${r > 9 ? second : faint}" stroke="${mark}" stroke-width=".8"`),
        )
        .join(''),
    ),
  confetti: ({ mark, second, third }) =>
    drawn(
      140,
      140,
      scattered(
        '<rect x="-5" y="-2" width="10" height="4" rx="1"/>',
        [
          [20, 24, 30, 1],
          [96, 56, -40, 1],
          [52, 112, 75, 1.1],
        ],
        `fill="${mark}"`,
      ) +
        scattered(
          '<rect x="-5" y="-2" width="10" height="4" rx="1"/>',
          [
            [66, 22, -60, 1.2],
            [124, 104, 15, 1],
            [22, 84, 50, 1],
          ],
          `fill="${second}"`,
        ) +
        circle(112, 20, 3.5, `fill="${third}"`) +
        circle(44, 62, 3, `fill="${third}"`) +
        circle(86, 92, 4, `fill="${third}"`),
    ),
  zigzag: ({ mark, faint }) =>
    drawn(
      48,
      48,
      lines(mark, 'M0 12L12 0L24 12L36 0L48 12', 2) + lines(faint, 'M0 36L12 24L24 36L36 24L48 36', 2),
    ),
  terrazzo: ({ mark, faint, second, third }) =>
    drawn(
      160,
      160,
      `<path d="M18 22l14 -8l9 13l-11 10zM118 96l12 6l-3 14l-15 -5z" fill="${mark}"/>` +
        `<path d="M84 18l11 4l-2 12l-13 -3zM34 104l9 -9l12 9l-8 12zM132 40l8 8l-9 8l-6 -9z" fill="${second}"/>` +
        `<path d="M62 62l10 -5l8 9l-9 9zM92 132l14 -4l3 11l-12 6z" fill="${third}"/>` +
        `<path d="M12 70l7 -4l5 8l-8 4zM104 62l6 3l-3 7l-7 -3zM70 104l5 -5l6 6l-6 5zM16 142l8 -2l2 8l-8 2zM56 140l6 3l-4 6l-6 -3z" fill="${faint}"/>`,
    ),
  petals: ({ mark, second, faint }) =>
    drawn(
      160,
      160,
      scattered(
        flower,
        [
          [34, 36, 10, 1.25],
          [120, 112, 40, 1.45],
        ],
        `fill="${second}"`,
      ) +
        scattered(
          flower,
          [
            [112, 30, 25, 0.8],
            [42, 122, -10, 0.9],
          ],
          `fill="${mark}"`,
        ) +
        scattered(
          '<ellipse rx="2.6" ry="5"/>',
          [
            [76, 70, 40, 1],
            [146, 66, -30, 1.2],
            [12, 82, 80, 1],
            [80, 148, 20, 1],
          ],
          `fill="${faint}"`,
        ),
    ),
  leaves: ({ mark, second, third }) => {
    const whole = (ink: string) =>
      `<path d="${leaf}" fill="${ink}"/><path d="M0 -9V18" stroke="${mark}" stroke-width="1"/>`
    return drawn(
      160,
      160,
      scattered(whole(second), [
        [36, 36, 35, 1.2],
        [122, 118, -140, 1.2],
      ]) +
        scattered(whole(third), [
          [116, 34, -50, 1],
          [40, 116, 120, 1],
        ]) +
        scattered(whole(mark), [
          [78, 78, 80, 0.7],
          [150, 76, 10, 0.55],
          [80, 150, -30, 0.55],
        ]),
    )
  },
  snow: ({ mark, faint }) =>
    drawn(
      150,
      150,
      scattered(
        flake,
        [
          [34, 34, 0, 1.15],
          [112, 104, 18, 1.4],
        ],
        `stroke="${mark}" stroke-width="1.2" stroke-linecap="round"`,
      ) +
        scattered(
          flake,
          [
            [110, 30, 12, 0.7],
            [36, 112, 30, 0.8],
          ],
          `stroke="${mark}" stroke-width="1.3" stroke-linecap="round"`,
        ) +
        circle(72, 66, 2.2, `fill="${mark}"`) +
        circle(142, 62, 1.6, `fill="${faint}"`) +
        circle(70, 140, 1.8, `fill="${faint}"`) +
        circle(8, 80, 1.5, `fill="${mark}"`),
    ),
  stars: ({ mark, second }) =>
    drawn(
      180,
      180,
      scattered(
        `<path d="${sparkle}"/>`,
        [
          [40, 44, 0, 1],
          [134, 120, 0, 0.75],
        ],
        `fill="${mark}"`,
      ) +
        scattered(
          `<path d="${sparkle}"/>`,
          [
            [128, 34, 0, 0.45],
            [52, 142, 0, 0.5],
          ],
          `fill="${second}"`,
        ) +
        [
          [12, 100, 1],
          [84, 18, 1.2],
          [92, 88, 1],
          [160, 72, 1.3],
          [22, 164, 1.1],
          [104, 166, 1],
          [70, 70, 0.8],
          [168, 158, 0.9],
        ]
          .map(([x = 0, y = 0, r = 1]) => circle(x, y, r, `fill="${mark}"`))
          .join(''),
    ),
  hills: ({ faint, mark, second, third }) => ({
    ...drawn(
      1600,
      420,
      circle(1180, 96, 58, `fill="${third}"`) +
        `<path d="M0 250C160 150 300 210 430 170C620 110 760 240 930 190C1120 130 1260 220 1400 170C1480 142 1560 210 1600 250V420H0Z" fill="${faint}"/>` +
        `<path d="M0 310C140 260 260 330 420 280C600 226 740 330 900 290C1080 246 1200 336 1380 290C1480 264 1560 296 1600 310V420H0Z" fill="${second}"/>` +
        `<path d="M0 370C200 320 360 390 560 350C760 312 900 384 1100 356C1300 328 1480 386 1600 370V420H0Z" fill="${mark}"/>`,
    ),
    position: 'bottom left',
    repeat: 'repeat-x',
  }),
  lotus: ({ mark, second, faint }) =>
    drawn(
      72,
      72,
      (
        [
          [36, 36],
          [0, 0],
          [72, 0],
          [0, 72],
          [72, 72],
        ] as const
      )
        .map(
          ([x, y]) =>
            `<g transform="translate(${x} ${y})"><path d="M0 -19C7 -10 7 2 0 9C-7 2 -7 -10 0 -19Z" fill="${second}" stroke="${mark}"/>` +
            `<path d="M0 9C-9 8 -15 2 -17 -7C-9 -6 -4 -1 0 9ZM0 9C9 8 15 2 17 -7C9 -6 4 -1 0 9Z" stroke="${mark}"/>` +
            `<path d="M-11 13Q0 19 11 13" stroke="${mark}"/></g>`,
        )
        .join('') + lines(faint, 'M36 0L72 36L36 72L0 36Z', 0.8),
    ),
  horns: ({ mark, second, faint }) => {
    const pair = lines(mark, horn, 2.4) + `<g transform="scale(-1 1)">${lines(mark, horn, 2.4)}</g>`
    return drawn(
      112,
      112,
      `<g transform="translate(56 34)">${pair}</g><g transform="translate(56 78) rotate(180)">${pair}</g>` +
        `<path d="M0 46L10 56L0 66L-10 56ZM112 46L122 56L112 66L102 56Z" fill="${second}" stroke="${mark}"/>` +
        `<path d="M56 -10L66 0L56 10L46 0ZM56 102L66 112L56 122L46 112Z" fill="${faint}"/>`,
    )
  },
  rosettes: ({ mark, second, third, faint }) =>
    drawn(
      120,
      120,
      circle(60, 60, 40, `stroke="${mark}" stroke-width="3"`) +
        circle(60, 60, 31, `stroke="${faint}" stroke-width="5" stroke-dasharray="4 6"`) +
        circle(60, 60, 20, `fill="${second}"`) +
        circle(60, 60, 8, `fill="${third}" stroke="${mark}" stroke-width="2"`) +
        (
          [
            [0, 0],
            [120, 0],
            [0, 120],
            [120, 120],
          ] as const
        )
          .map(
            ([x, y]) =>
              circle(x, y, 22, `stroke="${mark}" stroke-width="2.5"`) + circle(x, y, 12, `fill="${third}"`),
          )
          .join(''),
    ),
  lattice: ({ mark, faint }) =>
    drawn(
      64,
      64,
      lines(mark, 'M16 0V16H0M48 0V16H64M16 64V48H0M48 64V48H64M16 16H48V48H16Z', 1.4) +
        lines(faint, 'M32 0V16M32 48V64M0 32H16M48 32H64M26 26H38V38H26Z', 1.4),
    ),
  tiles: ({ mark, second, third, faint }) =>
    drawn(
      80,
      80,
      `<path d="M0 0H80V80H0Z" stroke="${faint}" stroke-width="2"/>` +
        `<path d="M40 14C46 28 52 34 66 40C52 46 46 52 40 66C34 52 28 46 14 40C28 34 34 28 40 14Z" fill="${second}" stroke="${mark}"/>` +
        (
          [
            [0, 0],
            [80, 0],
            [0, 80],
            [80, 80],
          ] as const
        )
          .map(
            ([x, y]) =>
              circle(x, y, 24, `stroke="${mark}" stroke-width="1.6"`) + circle(x, y, 13, `fill="${third}"`),
          )
          .join('') +
        circle(40, 40, 5, `fill="${mark}"`),
    ),
  eightfold: ({ mark, second, faint }) =>
    drawn(
      84,
      84,
      `<g transform="translate(42 42)" stroke="${mark}" stroke-width="1.2"><path d="${star8}" fill="${second}"/><path d="${star8}" transform="rotate(45)"/></g>` +
        lines(faint, 'M42 0V16.5M42 67.5V84M0 42H16.5M67.5 42H84', 1.2) +
        lines(faint, 'M0 0L24 24M84 0L60 24M0 84L24 60M84 84L60 60', 1.2),
    ),
  circuit: ({ mark, faint, second }) =>
    drawn(
      128,
      128,
      lines(mark, 'M0 24H40L56 40V88L72 104H128M128 24H96L80 40V64M24 128V96L40 80', 1.3) +
        lines(faint, 'M0 64H24M104 128V120L120 88V64M64 0V16', 1.3) +
        [
          [80, 68],
          [40, 76],
          [28, 64],
          [120, 60],
          [64, 20],
        ]
          .map(([x = 0, y = 0]) => circle(x, y, 4, `stroke="${mark}" stroke-width="1.3" fill="${second}"`))
          .join(''),
    ),
}
