import type { DemoStatus } from './shape.ts'

/** Khmer names, family name first as they are said, each in both scripts; and what the office wrote down about their bearers. */

type Pair = readonly [khmer: string, latin: string]

// prettier-ignore
export const familyNames: readonly Pair[] = [
  ['ចាន់', 'Chan'], ['សុខ', 'Sok'], ['កែវ', 'Keo'], ['ហេង', 'Heng'], ['លី', 'Ly'], ['ឈឹម', 'Chhim'], ['អ៊ុំ', 'Um'], ['នួន', 'Nuon'],
  ['ប៉ែន', 'Pen'], ['ម៉ៅ', 'Mao'], ['សោម', 'Som'], ['អ៊ុក', 'Uk'], ['គង់', 'Kong'], ['ទេព', 'Tep'], ['ឡុង', 'Long'], ['ជា', 'Chea'],
  ['ឃឹម', 'Khim'], ['ហុង', 'Hong'], ['យ៉ន់', 'Yon'], ['តាន់', 'Tan'], ['វ៉ាន់', 'Van'], ['ម៉ែន', 'Men'], ['ផល', 'Phal'], ['ឈុន', 'Chhun'],
  ['សួន', 'Suon'], ['មាស', 'Meas'], ['ប្រាក់', 'Prak'], ['ញ៉ែម', 'Nhem'], ['រស់', 'Ros'], ['អ៊ិន', 'In'], ['ឡាយ', 'Lay'], ['លឹម', 'Lim'],
  ['ង៉ែត', 'Ngeth'], ['ខៀវ', 'Khiev'], ['សេង', 'Seng'], ['សៅ', 'Sao'], ['ឈាង', 'Chheang'], ['ទូច', 'Touch'], ['ប៊ុន', 'Bun'], ['ពេជ្រ', 'Pich'],
]

// prettier-ignore
export const givenNames: readonly Pair[] = [
  ['សុភា', 'Sophea'], ['បុប្ផា', 'Bopha'], ['ចន្ធូ', 'Chanthou'], ['កល្យាណ', 'Kalyan'], ['ម៉ាលី', 'Maly'], ['សុជាតា', 'Socheata'],
  ['ធីតា', 'Thida'], ['រតនា', 'Ratana'], ['ចន្ទ្រា', 'Chantrea'], ['វណ្ណារី', 'Vannary'], ['ណារី', 'Nary'], ['សុធារី', 'Sotheary'],
  ['ស្រីមុំ', 'Sreymom'], ['ស្រីនាង', 'Sreyneang'], ['ស្រីពៅ', 'Sreypov'], ['ស្រីលក្ខណ៍', 'Sreyleak'], ['ស្រីនិច', 'Sreynich'], ['ស្រីរ័ត្ន', 'Sreyroth'],
  ['លីដា', 'Lida'], ['ដាលីន', 'Dalin'], ['សុគន្ធា', 'Sokunthea'], ['សុខលាង', 'Sokleang'], ['ធារី', 'Theary'], ['កញ្ញា', 'Kanha'],
  ['ផល្លា', 'Phalla'], ['ណាវី', 'Navy'], ['សុវណ្ណី', 'Sovanny'], ['ទេវី', 'Tevy'], ['ចាន់ធី', 'Chanthy'], ['លក្ខិណា', 'Leakhena'],
  ['សុខា', 'Sokha'], ['ដារ៉ា', 'Dara'], ['វណ្ណៈ', 'Vanna'], ['ពិសិដ្ឋ', 'Piseth'], ['វិសាល', 'Visal'], ['រដ្ឋា', 'Rotha'],
  ['សំណាង', 'Samnang'], ['បូរី', 'Borey'], ['វិចិត្រ', 'Vichet'], ['ច័ន្ទដារ៉ា', 'Chandara'], ['សុផល', 'Sophal'], ['សុភ័ក្រ', 'Sopheak'],
  ['វីរៈ', 'Vireak'], ['ភារុណ', 'Phearun'], ['ប៊ុនធឿន', 'Bunthoeun'], ['កុសល', 'Kosal'], ['រិទ្ធី', 'Rithy'], ['សុវណ្ណ', 'Sovann'],
  ['មករា', 'Makara'], ['ធារ៉ា', 'Theara'], ['សីហា', 'Seiha'], ['ឧត្តម', 'Udom'], ['ណារិទ្ធ', 'Narith'], ['រតនៈ', 'Ratanak'],
  ['វុទ្ធី', 'Vuthy'], ['ម៉េងហួរ', 'Menghour'], ['គឹមហុង', 'Kimhong'], ['លីហួរ', 'Lyhour'], ['ប៊ុនណា', 'Bunna'], ['ភក្តី', 'Pheakdey'],
  ['ដាវុធ', 'Davuth'], ['រស្មី', 'Raksmey'], ['វាសនា', 'Veasna'], ['បញ្ញា', 'Panha'], ['វឌ្ឍនា', 'Vathana'], ['សុធា', 'Sothea'],
]

/** Each said of one person only, with the status that it tells of. */
// prettier-ignore
export const remarks: readonly (readonly [note: string, status?: DemoStatus])[] = [
  ['ចូលចិត្តផ្កាអ័រគីដេពណ៌ស។ សូមទូរស័ព្ទមុនដឹក។'],
  ['ផ្លូវតូច ឡានធំចូលមិនរួច សូមដឹកដោយរ៉ឺម៉ក។'],
  ['ទទួលទំនិញបានតែពេលព្រឹក មុនម៉ោង ១០។'],
  ['បង់ប្រាក់តាម KHQR។ មិនត្រូវការវិក្កយបត្រក្រដាសទេ។'],
  ['ចង់បានដើមចំប៉ីពណ៌ក្រហមមួយដើម កម្ពស់ប្រហែល ២ ម៉ែត្រ។'],
  ['សន្យាមកយកតុឈើនៅចុងសប្តាហ៍។'],
  ['មានឆ្កែក្នុងផ្ទះ សូមចុចកណ្តឹងសិន កុំចូលភ្លាម។'],
  ['ស្មៅងាប់មួយជ្រុង យើងបានប្តូរជូនរួចហើយ។'],
  ['អតិថិជនចាស់ បញ្ចុះតម្លៃ ៥%។', 'reliable'],
  ['សួររកជីកំប៉ុស បាវ ២៥ គីឡូ។', 'potential'],
  ['រៀបការកូនស្រីខែមករា ត្រូវការផើងផ្កា ៤០។'],
  ['សូមដឹកទៅផ្ទះម្តាយនៅកំពង់ស្ពឺ មិនមែនអាសយដ្ឋាននេះទេ។'],
  ['ផ្ញើរូបភាពតាម Telegram ងាយជាងទូរស័ព្ទ។'],
  ['ជាប់ប្រជុំពេលព្រឹក សូមទូរស័ព្ទក្រោយម៉ោង ៤។'],
  ['ចង់រៀនថែដើមបូនសៃ។ ណែនាំឱ្យជួបពូធឿននៅឃ្លាំង។'],
  ['កូនក្រូចឆ្មារ ៣ដើម ដាំរួចហើយ សុំឱ្យយើងទៅមើលម្តងទៀត។'],
  ['ត្អូញថាផើងប្រេះ។ បានប្តូរផើងថ្មីជូន។'],
  ['ទិញផ្កាដាក់ហឹងរាល់ថ្ងៃសីល។'],
  ['ផ្លាស់ទៅនៅខេត្តហើយ លេខទូរស័ព្ទចាស់មិនដើរ។', 'lost'],
  ['ស្គាល់គ្នាតាមរយៈហាងកាហ្វេក្រោមស្វាយ។'],
  ['New house in a borey, garden still bare. Came with the plan on the phone.', 'potential'],
  ['Pays part in riel, part in dollars; count both twice.'],
  ['Prefers to be called “Bong Thom” on the phone, laughs if you forget.'],
  ['Bought the blue water jar. Wanted a second, we had none: the next one is promised here.'],
  ['Mother tends the plants, speak slowly and about watering only once.'],
  ['Rooftop on the fifth floor, no lift. Two men and a rope.'],
  ['Wants everything that keeps mosquitoes away; citronella and lemongrass so far.'],
  ['Gave us the idea of the small herb crates. Never charge for delivery.', 'reliable'],
  ['Came from an advertisement on Facebook, asked for the price of artificial turf.', 'potential'],
  ['Teak bench reserved until the end of the month, 50 dollars paid.'],
  ['Swing did not hold, exchanged at our cost. Very polite about it.'],
  ['Send the price list again: the first one went to the old address.'],
  ['Looks after the gardens of the whole street and buys for all of them.', 'reliable'],
  ['Asked for a quotation three times and bought nothing yet. Ratana writes once a quarter.', 'potential'],
  ['Works at the ministry, leave parcels with the guard.'],
  ['Has bought from us since the old shop in Toul Kork.', 'reliable'],
  ['Allergic to lilies. Check every bouquet.'],
  ['Wants pots that fit the feng shui of the house, brings a compass along.'],
  ['Collects succulents. Tell when the box from Thailand arrives.'],
  ['The son drives a pick-up and fetches everything himself.', 'active'],
  ['We came on the day of a family ceremony; came back the next morning, all well.'],
  ['Turned to another shop after we mixed up the tiles. Sophea called to apologise.', 'lost'],
  ['Asks for the same gardener as last time, the one with the hat.'],
  ['Garden lamps flicker when the neighbour welds. Not our fault, but looked at it.'],
  ['Khmer New Year: always two kumquat trees.'],
  ['Bargains with charm. We stop at 8 %, and that is known.'],
  ['Do not ring between twelve and two.'],
  ['Paid in advance for curtains of bamboo, 1.8 by 2.2 m, three pieces.'],
  ['Two flowerpots still to be paid since June, promises every time. Only against cash.', 'problem'],
  ['បំណុល ៨៥ ដុល្លារ ហួសកាលកំណត់ពីរខែ។ ដារ៉ាទៅជួបផ្ទាល់។', 'problem'],
  ['Sent back a bench twice for scratches we cannot see. Photograph everything before loading.', 'problem'],
]
