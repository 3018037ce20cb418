import { importFields, type ImportField } from '../../../../app/contract/imports.ts'

export { importFields, type ImportField }

/**
 * What columns are called in other people's files. Compared folded and without blanks, so "E-mail", "e_mail" and
 * "eMail" are one; words that say whose or which one ("home", "work 2", "billing") are taken off before.
 */

export const headingWords: Record<Exclude<ImportField, 'custom' | 'ignore'>, string> = {
  name: `name, full name, display name, client, client name, customer, customer name, supplier, supplier name, vendor,
    vendor name, partner, partner name, counterparty, account name, legal name, official name, trade name, brand name,
    ឈ្មោះ, ឈ្មោះពេញ, ឈ្មោះអតិថិជន, អតិថិជន, គោត្តនាម និងនាម, គោត្តនាម-នាម, នាមត្រកូល និងនាមខ្លួន, ឈ្មោះអ្នកផ្គត់ផ្គង់,
    dzina, dzina lonse, dzina la kasitomala, kasitomala, makasitomala, dzina lathunthu,
    имя клиента, клиент, название, наименование, полное наименование, краткое наименование, наименование клиента,
    название клиента, фио, ф.и.о., фамилия имя отчество, фамилия и имя, фамилия имя, имя и фамилия, контрагент, покупатель,
    заказчик, поставщик, партнер, полное имя, контакт (фио), nom complet, nom et prénom, nom prénom, client, raison sociale,
    dénomination, nom du client, intitulé, vollständiger name, kunde, kundenname, bezeichnung, nombre completo,
    nombre y apellidos, cliente, nombre del cliente, razón social, denominación, nome completo, nome, ragione sociale, razão social, имя или название`,
  company: `company, company name, companyname, organization, organisation, organization name, organisation name, org, org name,
    firm, firm name, business, business name, employer, institution, enterprise, corporation, company or organization,
    ក្រុមហ៊ុន, ឈ្មោះក្រុមហ៊ុន, អង្គភាព, ស្ថាប័ន, អង្គការ, សហគ្រាស, អាជីវកម្ម, kampani, dzina la kampani, bungwe, dzina la bungwe,
    компания, название компании, наименование компании, организация, название организации, наименование организации, фирма, предприятие,
    юридическое лицо, юрлицо, entreprise, société, nom de la société, nom de l'entreprise, organisme, firma, firmenname,
    unternehmen, gesellschaft, organisation, empresa, nombre de la empresa, compañía, sociedad, organización, azienda, società`,
  employer: `works at, workplace, place of work, место работы, កន្លែងធ្វើការ, malo antchito`,
  firstName: `first name, given name, forename, fname, first, given names, christian name, នាមខ្លួន, នាម, dzina loyamba,
    имя, prénom, vorname, nombre, nombre de pila, nombres, primeiro nome`,
  lastName: `last name, family name, surname, lname, last, second name, នាមត្រកូល, គោត្តនាម, dzina la bambo, dzina lomaliza, chiwongo,
    фамилия, nom, nom de famille, nachname, familienname, zuname, apellido, apellidos, cognome, sobrenome`,
  middleName: `middle name, additional name, patronymic, middle, mname, middle initial, dzina lapakati, отчество, второе имя, deuxième prénom, zweiter vorname, segundo nombre`,
  title: `name prefix, prefix, salutation, title of courtesy, honorific, courtesy title, ងារ, ងារនាម, обращение, civilité, titre de civilité,
    anrede, titel, tratamiento, ulemu`,
  contactName: `contact name, contact person, contact full name, person, primary contact, main contact, representative, attention, attn, contact,
    contacts, អ្នកទំនាក់ទំនង, ឈ្មោះអ្នកទំនាក់ទំនង, អ្នកតំណាង, munthu wolumikizana naye, wolumikizana naye, woimira, контактное лицо, контакт, представитель,
    имя контакта, контактное лицо (фио), personne de contact, nom du contact, interlocuteur, contact, ansprechpartner, kontakt, kontaktperson,
    persona de contacto, contacto, nombre de contacto, contatto, referente`,
  contactTitle: `title, contact title, job title, position, job, job position, role, function, occupation, post, designation, organization title, តួនាទី, មុខតំណែង, មុខងារ,
    udindo, ntchito, должность, должность контактного лица, роль, fonction, poste, titre, profession, position, funktion, stellung, beruf, cargo, puesto, posizione, ruolo, ntchito yake`,
  phone: `phone, phone number, phones, telephone, telephone number, tel, tel no, tel number, phone no, mobile, mobile phone, mobile number, cell, cell phone, cellphone, gsm, msisdn,
    fax, fax number, contact number, contact no, dial, landline, ទូរស័ព្ទ, លេខទូរស័ព្ទ, ទូរសព្ទ, លេខទូរសព្ទ, ទូរស័ព្ទដៃ, ទូរសព្ទដៃ, លេខទូរស័ព្ទដៃ, ទូរសារ, លេខទូរសារ, លេខទំនាក់ទំនង,
    foni, nambala ya foni, lamya, nambala ya lamya, telefoni, nambala ya telefoni, foni ya m'manja, nambala za foni, fakisi,
    телефон, телефоны, номер телефона, тел, мобильный, мобильный телефон, моб, моб. телефон, сотовый, сотовый телефон, факс, контактный телефон, номер,
    téléphone, numéro de téléphone, portable, téléphone portable, mobile, fixe, télécopie, télécopieur, telefon, telefonnummer, rufnummer, handy, handynummer, mobiltelefon, mobil,
    telefax, faxnummer, teléfono, número de teléfono, móvil, celular, teléfono móvil, telefone, telefono, cellulare`,
  email: `email, e mail, email address, e mail address, mail, mail address, emails, electronic mail, អ៊ីមែល, អ៊ីម៉ែល, អាសយដ្ឋានអ៊ីមែល, សារអេឡិចត្រូនិក, imelo, adilesi ya imelo,
    почта, электронная почта, эл. почта, адрес электронной почты, эл. адрес, емейл, имейл, courriel, adresse e-mail, adresse mail, adresse électronique, mél,
    e-mail-adresse, mailadresse, correo, correo electrónico, dirección de correo, posta elettronica`,
  website: `website, web site, web, web page, webpage, home page, homepage, url, site, internet, website url, web address, www, គេហទំព័រ, វេបសាយ, webusaiti, tsamba la intaneti, tsamba la webu,
    сайт, веб-сайт, вебсайт, веб-страница, адрес сайта, интернет, site web, site internet, page web, webseite, internetseite, webadresse, sitio web, página web, sitio, sito, sito web`,
  street: `street, address, street address, address line, address line 1, address1, addr, address 2, address line 2, full address, postal address, mailing address, street name, road, formatted address, street 1, street 2, house number, extended address, extended, po box, p.o. box,
    អាសយដ្ឋាន, អាស័យដ្ឋាន, អាសយដ្ឋានពេញ, ផ្លូវ, ទីតាំង, adilesi, keyala, msewu, adresi, улица, адрес, адрес (улица), юридический адрес, фактический адрес, почтовый адрес, полный адрес, адрес доставки,
    rue, adresse, adresse postale, voie, adresse ligne 1, straße, strasse, anschrift, adresse, straße und hausnummer, calle, dirección, domicilio, endereço, indirizzo, via, street and house, улица дом, លេខផ្ទះ និងផ្លូវ, msewu ndi nyumba`,
  city: `city, town, locality, place, municipality, suburb, ទីក្រុង, ក្រុង, mzinda, tawuni, город, населенный пункт, нас. пункт, насел. пункт, ville, commune, localité, stadt, ort, wohnort, ciudad, población, localidad, municipio, cidade, città`,
  region: `region, state, province, county, state province, state or province, state region, prefecture, administrative area, ខេត្ត, ខេត្តក្រុង, រាជធានីខេត្ត, ភូមិភាគ, តំបន់, chigawo, boma,
    область, регион, край, республика, субъект рф, région, province, bundesland, land (bundesland), kanton, provincia, región, estado, comunidad autónoma, regione, ខេត្ត ឬតំបន់`,
  postcode: `postcode, post code, postal code, zip, zip code, zip postal code, postal, zippostal, plz, pin code, pincode, eircode, លេខប្រៃសណីយ៍, កូដប្រៃសណីយ៍, លេខកូដប្រៃសណីយ៍, khodi ya positi, nambala ya positi, positi,
    индекс, почтовый индекс, code postal, cp, postleitzahl, código postal, c.p., codigo postal, cap, cep`,
  country: `country, country name, country code, country region, nation, ប្រទេស, dziko, страна, государство, pays, nation, land, staat, país, paese`,
  addressText: `address as written, адрес одной строкой, អាសយដ្ឋានដូចសរសេរ, adiresi monga yalembedwera`,
  note: `note, notes, comment, comments, remark, remarks, description, memo, info, additional information, កំណត់ចំណាំ, ចំណាំ, កំណត់សម្គាល់, សម្គាល់, យោបល់, zolemba, ndemanga, zina, примечание, примечания, комментарий, комментарии,
    заметки, заметка, описание, дополнительно, remarque, remarques, commentaire, commentaires, observations, notiz, notizen, bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar,
    nota, notas, observaciones, comentario, comentarios, note, manotsi`,
  code: `code, id, customer id, client id, supplier id, account id, contact id, customer code, client code, supplier code, vendor code, vendor id, customer number, client number, customer no, client no, account number, account no,
    external id, employee id, reference, ref, record id, user id, uid, partner id, company id, លេខកូដ, កូដ, លេខសម្គាល់, អត្តលេខ, លេខកូដអតិថិជន, khodi, khodi ya kasitomala, nambala ya kasitomala,
    код, код клиента, номер клиента, ид, идентификатор, ид клиента, артикул клиента, référence, code client, numéro client, n client, identifiant, kundennummer, kundennr, kunden nr, nummer, kennung,
    código, código de cliente, número de cliente, identificador, codice, codice cliente`,
  status: `status, client status, customer status, stage, lead status, account status, ស្ថានភាព, mkhalidwe, статус, статус клиента, состояние, стадия, statut, état, kundenstatus, estado del cliente, estatus, stato`,
  manager: `manager, account manager, responsible, owner, account owner, contact owner, assigned to, sales person, salesperson, sales rep, responsible person, responsible manager, អ្នកគ្រប់គ្រង, អ្នកទទួលបន្ទុក, អ្នកទទួលខុសត្រូវ, manejala, woyang'anira,
    менеджер, ответственный, ответственный менеджер, куратор, responsable, gestionnaire, commercial, verantwortlicher, betreuer, kundenbetreuer, gestor, encargado, manijala`,
  birthday: `birthday, birth date, date of birth, dob, born, birthdate, ថ្ងៃខែឆ្នាំកំណើត, ថ្ងៃកំណើត, ថ្ងៃខែកំណើត, tsiku lobadwa, tsiku la kubadwa, дата рождения, день рождения, д.р., date de naissance, né le, anniversaire,
    geburtstag, geburtsdatum, fecha de nacimiento, cumpleaños, data di nascita, data de nascimento`,
  kind: `kind, type, client type, customer type, client kind, legal form, entity type, account type, contact type, ប្រភេទ, ប្រភេទអតិថិជន, mtundu, mtundu wa kasitomala, тип, вид, тип клиента, вид контрагента, вид клиента, тип контрагента, юр физ лицо, юр./физ. лицо, type de client, kundentyp, art, kundenart, tipo, tipo de cliente`,
  language: `language of documents, document language, язык документов, ភាសាឯកសារ, chilankhulo cha zikalata`,
  // A bare "category", "group" or "source" is of anything in other people's files, and stays a note unless somebody maps it.
  relations: `counts as, ចាត់ទុកជា, amawerengedwa ngati, кем является`,
  category: `category from list, ចំណាត់ថ្នាក់ក្នុងបញ្ជី, kalasi ya pa mndandanda, категория из списка`,
  source: `source from list, lead source, how did you find us, ប្រភពក្នុងបញ្ជី, anatipeza bwanji, источник из списка`,
  groups: `groups from list, ក្រុមក្នុងបញ្ជី, magulu a pa mndandanda, группы из списка`,
  priceList: `price list, តារាងតម្លៃ, mndandanda wa mitengo, прайс-лист`,
  discount: `discount, បញ្ចុះតម្លៃ, disikaunti, скидка`,
  bonusCard: `bonus card, loyalty card, កាតសន្សំពិន្ទុ, khadi la bonasi, бонусная карта`,
  creditLimit: `credit limit, កម្រិតឥណទាន, malire a ngongole, кредитный лимит`,
  messengers: `messengers, កម្មវិធីផ្ញើសារ, mapulogalamu a mauthenga, мессенджеры`,
  socialPages: `pages in social networks, ទំព័របណ្តាញសង្គម, masamba ochezera, страницы в соцсетях`,
}

/** Columns of Outlook and Google that say nothing about the client. */
export const emptyTalk = `priority, sensitivity, private, e mail display name, e mail 2 display name, e mail 3 display name, e mail type, e mail 2 type, e mail 3 type, email display name,
  phonetic first name, phonetic middle name, phonetic last name, yomi name, given name yomi, additional name yomi, family name yomi, file as yomi, address formatted, business address po box type`

/** What says which one of several. The label is kept as a word of the program. */
export const labelWords: Record<string, string> = {
  mobile: `mobile, cell, cellphone, cellular, gsm, handy, portable, móvil, movil, celular, cellulare, mobil, mobiltelefon, handynummer, мобильный, мобильного, мобильная, моб, сотовый, сотового, ទូរស័ព្ទដៃ, ទូរសព្ទដៃ, លេខទូរស័ព្ទដៃ, manja`,
  fax: `fax, telefax, télécopie, télécopieur, faxnummer, факс, факса, ទូរសារ, លេខទូរសារ, fakisi`,
  home: `home, private, personal, домашний, домашнего, дом, личный, личная, privat, domicile, casa, particular, ផ្ទះ, kunyumba`,
  work: `work, office, business, job, рабочий, рабочего, рабочая, раб, служебный, офис, bureau, travail, professionnel, pro, büro, geschäftlich, arbeit, dienst, trabajo, oficina, ការិយាល័យ, កន្លែងធ្វើការ, kuntchito`,
  main: `main, primary, default, general, principal, основной, основная, городской, hauptnummer, zentrale`,
  other: `other, alternative, alternate, secondary, additional, другой, дополнительный, autre, andere, otro`,
  billing: `billing, invoice, legal, bill, юридический, facturation, rechnung`,
  shipping: `shipping, delivery, ship, доставки, livraison, lieferung`,
}

/** Words that name the language of a name. */
export const languageWords: Record<string, string> = {
  km: 'km, khm, khmer, cambodian, ខ្មែរ, ភាសាខ្មែរ, кхмерский, кхмерское',
  en: 'en, eng, english, latin, romanized, romanised, roman, transliteration, international, អង់គ្លេស, ឡាតាំង, អក្សរឡាតាំង, английский, английское, англ, латиница, latein, englisch, anglais, inglés, chingerezi',
  ny: 'ny, nya, chichewa, chewa, nyanja',
  ru: 'ru, rus, russian, русский, русское, рус',
  fr: 'fr, fra, fre, french, français, francais',
  de: 'de, deu, ger, german, deutsch',
  es: 'es, spa, spanish, español',
  zh: 'zh, chi, zho, chinese, 中文, 汉语',
  th: 'th, tha, thai, ไทย',
  vi: 'vi, vie, vietnamese, tiếng việt',
  ar: 'ar, ara, arabic, العربية',
  ja: 'ja, jpn, japanese, 日本語',
  ko: 'ko, kor, korean, 한국어',
}

/** What a column of its own says of another, behind a dash: "Phone 2 - used for", "Name - language". */
export const sayingWords = {
  label: 'type, label, kind, used for, тип, вид, ប្រើសម្រាប់, mtundu, ntchito',
  language: 'language, язык, ភាសា, chilankhulo',
}

/** Words around a heading's core that say nothing of what it is. */
export const plainWords =
  'the, a, of, value, values, no, number, num, nr, customer, client, supplier, vendor, contact, contacts, company, organization, organisation, person, clients, customers, address, adr, primary, field, text, str, your, in, as, is, на, клиента, клиент, контакта, контрагента, организации, компании, номер, адрес, du, de, client, des, der, kunde, kunden, cliente, del, la, ya, wa, kasitomala, អតិថិជន'
