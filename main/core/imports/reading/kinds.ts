import { fold } from '../../../../app/folding.ts'
import { isCompanyName, isPersonShaped } from './contents.ts'
import type { Mapping } from './headings.ts'

/**
 * Person or organisation, where only a name is given. Per file first: columns that only organisations have (opening
 * hours, tax numbers, contact persons, a fax) make it a file of organisations; birthdays, titles and parts of names
 * a file of people; else what most names look like. A file that says nothing holds organisations. Then per row: a
 * legal form, a trade or a digit in the name makes an organisation in a file of people too.
 */
export function kindGuess(
  mapping: Mapping,
  sample: readonly (readonly string[])[],
): (name: string) => 'person' | 'organisation' {
  const usual = usualKind(mapping, sample)
  return (name) => (usual === 'organisation' || isCompanyName(name) ? 'organisation' : 'person')
}

const organisationHeadings =
  /opening hours|working hours|hours|vat|tax|tva|siret|siren|инн|кпп|огрн|industry|branch|отрасль|режим работы|employees|registration|horaires/
const personHeadings =
  /^(фио|ф и о|фамилия.*|имя и фамилия|full name|nom prenom|nom et prenom|nombre y apellidos|គោត្តនាម.*)$/

function usualKind(mapping: Mapping, sample: readonly (readonly string[])[]): 'person' | 'organisation' {
  const has = (is: (entry: Mapping[number]) => boolean) => mapping.some(is)
  const columns = mapping.filter((entry) => entry.field === 'name')
  if (columns.some((entry) => personHeadings.test(fold(entry.heading)))) return 'person'
  const people = has((entry) =>
    ['birthday', 'title', 'firstName', 'lastName', 'middleName', 'employer'].includes(entry.field),
  )
  const firm = has(
    (entry) =>
      entry.field === 'contactName' ||
      entry.label === 'fax' ||
      (entry.field === 'note' && organisationHeadings.test(fold(entry.heading))),
  )
  if (people !== firm) return people ? 'person' : 'organisation'
  const names = sample
    .flatMap((row) => columns.slice(0, 1).map((entry) => row[entry.column] ?? ''))
    .filter((name) => name !== '')
  const share = (is: (name: string) => boolean) =>
    names.length === 0 ? 0 : names.filter(is).length / names.length
  const least = has((entry) => entry.field === 'website') ? 0.8 : 0.6
  return share(isPersonShaped) >= least && share(isCompanyName) < 0.2 ? 'person' : 'organisation'
}
