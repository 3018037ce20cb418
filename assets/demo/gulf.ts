import type { DemoCountry, DemoOrganisation } from './shape.ts'

/** What the countries of the Gulf have in common. */
const gulf = { language: 'ar', messenger: 'WhatsApp', mailboxes: ['info', 'sales'] } as const

const country = (
  code: DemoCountry['country'],
  mobiles: readonly string[],
  exchanges: DemoCountry['exchanges'],
  organisations: readonly DemoOrganisation[],
): DemoCountry => ({ ...gulf, country: code, mobiles, exchanges, streets: {}, organisations, people: [] })

// prettier-ignore
export const gulfStates: readonly DemoCountry[] = [
  country('AE', ['050 NXX XXXX'], { Dubai: '04 3XX XXXX', 'Abu Dhabi': '02 6XX XXXX' }, [
    { names: { ar: 'واحة الظل للحدائق', en: 'Shade Oasis Gardens LLC' }, at: ['Al Quoz Industrial 3', 'Dubai'], status: 'reliable', people: [['سالم الكعبي', 'مدير المشتريات']], note: 'Pergolas and daybeds for villas. Nothing leaves before the sample is signed.' },
    { names: { ar: 'مكتب سدرة للتصميم', en: 'Sidra Design Office' }, at: ['Al Wasl Road, Jumeirah', 'Dubai'], people: [['Huda Mansour', 'architect']] },
    { names: { ar: 'فندق مرسى الحرير', en: 'Silk Anchorage Hotel' }, at: ['Corniche Road West', 'Abu Dhabi'], status: 'potential', people: [['Rajesh Menon', 'purchasing']], note: 'Two hundred lanterns for Ramadan. Decision in their board, ask in the new month.' },
    { names: { en: 'Creekside Cargo Dubai', ar: 'شحن ضفة الخور' }, at: ['Baniyas Road, Deira', 'Dubai'], supplier: true, people: [['Imran Qureshi', 'operations']] },
  ]),
  country('QA', ['5523 XXXX'], { Doha: '44NX XXXX' }, [
    { names: { ar: 'بيت الياسمين للأثاث', en: 'Jasmine House Furniture' }, at: ['Salwa Road', 'Doha'], people: [['نورة الهاجري', 'المالكة']], note: 'Wants the tea tables five centimetres lower.' },
    { names: { ar: 'مقهى ظلال الدوحة', en: 'Doha Shadows Café' }, at: ['Souq Waqif', 'Doha'], status: 'lost' },
  ]),
  country('SA', ['050 NXX XXXX'], { Riyadh: '011 4XX XXXX' }, [
    { names: { ar: 'مشاتل ظل السدر', en: 'Sidr Shade Nurseries' }, at: ['King Fahd Road', 'Riyadh'], people: [['عبدالله القحطاني', 'مدير']], note: 'Trial: forty frangipani without leaves, roots washed. If they live, a full container.' },
  ]),
  country('OM', ['9923 XXXX'], { Muscat: '24 5XX XXX' }, [
    { names: { ar: 'مطعم ليالي القرنفل', en: 'Clove Nights Restaurant' }, at: ['Al Khuwair Street', 'Muscat'], people: [['Said Al Balushi', 'owner']] },
  ]),
  country('KW', ['9923 XXXX'], { 'Kuwait City': '22NX XXXX' }, [
    { names: { ar: 'دار الخوص للهدايا', en: 'Dar Al Khous Gifts' }, at: ['Salem Al Mubarak Street, Salmiya', 'Kuwait City'], people: [['مريم العنزي', 'المشتريات']], note: 'Palm-leaf boxes for dates, before the wedding season. Sent the first 300 in September.' },
  ]),
]
