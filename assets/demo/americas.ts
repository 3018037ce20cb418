import type { DemoCountry } from './shape.ts'

/** American numbers here are of 555-01XX, kept for fiction. */
// prettier-ignore
export const unitedStates: DemoCountry = {
  country: 'US',
  language: 'en',
  mobiles: [],
  exchanges: { Portland: '(503) 555-01XX', Seattle: '206-555-01XX', 'Long Beach': '(562) 555-01XX', Lowell: '(978) 555-01XX', Chicago: '+1 312 555 01XX', Miami: '(305) 555-01XX' },
  streets: { Portland: ['{n} SE Alder Street'], 'Long Beach': ['{n} East Anaheim Street'], Lowell: ['{n} Branch Street'] },
  mailboxes: ['info', 'orders', 'hello'],
  organisations: [
    { names: { en: 'Alder Street Nursery' }, at: ['1420 SE Alder Street', 'Portland', 'OR', '97214'], people: [['Kayla Brennan', 'buyer']], note: 'Asks for pallets with the heat-treatment stamp. Photograph it before closing the container.' },
    { names: { en: 'Anaheim Khmer Home', km: 'គេហដ្ឋានខ្មែរ អាណាហែម' }, at: ['2338 East Anaheim Street', 'Long Beach', 'CA', '90804'], status: 'reliable', people: [['Prak Sothea', 'owner']], note: 'និយាយខ្មែរ។ ទូរស័ព្ទបានតែពេលព្រឹកម៉ោងយើង ព្រោះខាងនោះយប់។' },
    { names: { en: 'Merrimack Basket Company' }, at: ['61 Branch Street', 'Lowell', 'MA', '01851'], people: [['Dawn Pelletier', 'president']] },
    { names: { en: 'Puget Patio & Fire' }, at: ['905 Rainier Avenue South', 'Seattle', 'WA', '98118'], status: 'problem', people: [['Trevor Lindqvist', 'purchasing']], note: 'Claims six chairs wobble. Sent glides and a video; waiting.' },
    { names: { en: 'Lakeview Conservatory Shop' }, at: ['2400 North Stockton Drive', 'Chicago', 'IL', '60614'], status: 'potential', people: [['Monique Ballard', 'retail manager']] },
    { names: { en: 'Calle Verde Interiors' }, at: ['780 Calle Ocho', 'Miami', 'FL', '33135'], people: [['Yesenia Cordero', 'designer']] },
    { names: { en: 'Cascade Drip & Mist' }, at: ['55 NW Front Avenue', 'Portland', 'OR', '97209'], supplier: true, people: [['Hank Osgood', 'export']], note: 'Misting nozzles. Ships the same day, customs holds them a week.' },
  ],
  people: [{ names: { en: 'Sophie Chea-Miller' }, city: 'Long Beach', note: 'Sends parcels to her grandmother in Takhmau: deliver there, call here.' }, { names: { en: 'Randall Whitcomb' }, city: 'Portland' }, { names: { en: 'Bopha Sullivan', km: 'បុប្ផា ស៊ុលលីវ៉ាន់' }, city: 'Lowell', status: 'active' }],
}

// prettier-ignore
export const mexico: DemoCountry = {
  country: 'MX',
  language: 'es',
  mobiles: [],
  exchanges: { 'Ciudad de México': '55 5NXX XXXX', Cancún: '998 2XX XXXX', Guadalajara: '33 3NXX XXXX', Monterrey: '81 8NXX XXXX', Mérida: '999 9XX XXXX', Cuernavaca: '777 3XX XXXX' },
  streets: { 'Ciudad de México': ['Av. Coyoacán {n}'], Mérida: ['Calle 60 núm. {n}'] },
  mailboxes: ['ventas', 'contacto', 'compras'],
  organisations: [
    { names: { es: 'Viveros La Jacaranda Azul' }, at: ['Av. Palmira 112', 'Cuernavaca', 'Morelos', '62050'], supplier: true, people: [['Guadalupe Arizmendi', 'exportaciones']], note: 'Agaves y cactus pequeños, bien empacados. Factura con dos copias.' },
    { names: { es: 'Casa Tule, S. A. de C. V.' }, at: ['Calle Orizaba 87, Roma Norte', 'Ciudad de México', 'CDMX', '06700'], people: [['Rodrigo Échave', 'director'], ['Paola Núñez', 'cuentas por pagar']] },
    { names: { es: 'Hotel Boutique Ceiba Blanca' }, at: ['Calle 47 núm. 512', 'Mérida', 'Yucatán', '97000'], status: 'active', people: [['Itzel Canul', 'gerente']], note: 'Hamacas no, las suyas son mejores. Faroles sí.' },
    { names: { es: 'Terrazas del Caribe' }, at: ['Av. Tulum 230', 'Cancún', 'Quintana Roo', '77500'], people: [['Joaquín Barrera', 'compras']] },
    { names: { es: 'Barro y Mimbre' }, at: ['Av. Chapultepec Sur 340', 'Guadalajara', 'Jalisco', '44160'], status: 'potential', people: [['Ximena Robledo', 'dueña']] },
    { names: { es: 'Constructora Peña Alta' }, at: ['Calzada del Valle 215', 'Monterrey', 'Nuevo León', '66220'], status: 'lost', note: 'El proyecto del patio se canceló en agosto.' },
  ],
  people: [{ names: { es: 'Fernanda Olvera Ruiz' }, city: 'Ciudad de México' }, { names: { es: 'Don Aurelio Pech' }, city: 'Mérida', note: 'Manda notas de voz muy largas. Siempre compra algo al final.' }],
}
