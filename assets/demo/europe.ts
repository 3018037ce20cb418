import type { DemoCountry } from './shape.ts'

/** Numbers of Germany, France and Britain here are those kept for films and novels. */

// prettier-ignore
export const germany: DemoCountry = {
  country: 'DE',
  language: 'de',
  mobiles: [],
  exchanges: { Berlin: '030 23125 XXX', 'Frankfurt am Main': '069 90009 XXX', Hamburg: '+49 40 66969 XXX', Köln: '0221 4710 XXX', München: '089 99998 XXX' },
  streets: { Berlin: ['Lindenweg {n}'], München: ['Am Hirschgarten {n}'] },
  mailboxes: ['info', 'kontakt', 'einkauf'],
  organisations: [
    { names: { de: 'Gartenhof Petersen GmbH' }, at: ['Elbchaussee 214', 'Hamburg', 'Hamburg', '22605'], status: 'reliable', people: [['Maike Petersen', 'Geschäftsführerin'], ['Jens Ahlers', 'Einkauf']], note: 'Zwei Container Teakbänke im Jahr, Herkunftsnachweis für jedes Los. Liefertermin gilt, auch wenn es regnet.' },
    { names: { de: 'Wohnraum Süd KG' }, at: ['Lindwurmstraße 88', 'München', 'Bayern', '80337'], people: [['Stefanie Brandl', 'Einkauf']] },
    { names: { de: 'Korbmacherei am Dom' }, at: ['Domstraße 17', 'Köln', 'Nordrhein-Westfalen', '50668'], people: [['Heribert Esser', 'Inhaber']], note: 'Nimmt nur handgeflochten und dreht jeden Korb um. Hat meistens recht.' },
    { names: { de: 'Botanikum Pankow e. V.' }, at: ['Kavalierstraße 9', 'Berlin', 'Berlin', '13187'], status: 'potential', people: [['Dr. Ulrike Sander', 'Vorsitzende']] },
    { names: { de: 'Rosenkamp Bewässerungstechnik GmbH' }, at: ['Hanauer Landstraße 301', 'Frankfurt am Main', 'Hessen', '60314'], supplier: true, people: [['Torsten Weiß', 'Export']], note: 'Tropfschläuche und Zeitschaltuhren. Skonto 2 % bei Zahlung in zehn Tagen.' },
    { names: { de: 'Fairhandel Spreebogen' }, at: ['Alt-Moabit 51', 'Berlin', 'Berlin', '10555'], people: [['Lena Hofmeister', 'Sortiment']] },
    { names: { de: 'Restaurant Mondgarten' }, at: ['Große Bleichen 12', 'Hamburg', 'Hamburg', '20354'], status: 'lost' },
    { names: { de: 'Messebau Lenz & Töchter' }, at: ['Aachener Straße 440', 'Köln', 'Nordrhein-Westfalen', '50933'], people: [['Clara Lenz', 'Projektleitung']], note: 'Pflanzen für den Messestand leihen oder kaufen? Angebot für beides.' },
  ],
  people: [{ names: { de: 'Brigitte Ohlendorf' }, city: 'Berlin', note: 'Sammelt Lotusschalen. Päckchen bitte als Geschenk verpacken.' }, { names: { de: 'Matthias Grün' }, city: 'München' }],
}

// prettier-ignore
export const france: DemoCountry = {
  country: 'FR',
  language: 'fr',
  mobiles: [],
  exchanges: { Paris: '01 99 00 XX XX', Nantes: '02 61 91 XX XX', Strasbourg: '03 53 01 XX XX', Lyon: '04 65 71 XX XX', Marseille: '+33 4 65 71 XX XX', Toulouse: '05 36 49 XX XX' },
  streets: { Paris: ['{n} rue des Lilas'], Lyon: ['{n} montée de la Grande-Côte'], Toulouse: ['{n} rue du Taur'] },
  mailboxes: ['contact', 'achats', 'bonjour'],
  organisations: [
    { names: { fr: 'Jardins du Canal Saint-Martin' }, at: ['42 quai de Valmy', 'Paris', 'Île-de-France', '75010'], status: 'active', people: [['Camille Rousselet', 'gérante']], note: 'Réassort tous les deux mois. Elle veut les vases sans étiquette, l’étiquette dans le carton.' },
    { names: { fr: 'Maison Baudrillac' }, at: ['8 place Bellecour', 'Lyon', 'Auvergne-Rhône-Alpes', '69002'], people: [['Étienne Baudrillac', 'directeur']] },
    { names: { fr: 'La Pépinière des Docks' }, at: ['15 quai de la Fosse', 'Nantes', 'Pays de la Loire', '44000'], supplier: true, people: [['Soizic Le Goff', 'export']], note: 'Graines de fleurs anciennes. Prévient toujours quand une variété a mal germé.' },
    { names: { fr: 'Hôtel du Vieux Mûrier' }, at: ['27 rue Sainte', 'Marseille', 'Provence-Alpes-Côte d’Azur', '13001'], people: [['Nadia Benchetrit', 'intendante']] },
    { names: { fr: 'Atelier Rotin & Compagnie' }, at: ['3 rue des Arts', 'Toulouse', 'Occitanie', '31000'], people: [['Luc Fabregas', 'artisan']], status: 'potential', note: 'Demande des brins bruts, pas des meubles. Prix au kilo à calculer avec Samnang.' },
    { names: { fr: 'Brocante Verte' }, at: ['11 rue des Frères', 'Strasbourg', 'Grand Est', '67000'], people: [['Odile Kessler', 'propriétaire']] },
    { names: { fr: 'Association Amitié Kampot' }, at: ['19 rue Paul-Bert', 'Lyon', 'Auvergne-Rhône-Alpes', '69003'], people: [['Jean-Marc Tissot', 'trésorier']], note: 'Marché de Noël : cent petits paniers, à expédier par bateau avant septembre.' },
    { names: { fr: 'Le Comptoir des Rizières' }, at: ['64 rue Oberkampf', 'Paris', 'Île-de-France', '75011'], status: 'problem', people: [['Yann Prigent', 'gérant']], note: 'Deux factures en retard, il propose trois versements. Accord signé attendu.' },
  ],
  people: [{ names: { fr: 'Solène Aubertin' }, city: 'Paris' }, { names: { fr: 'Gérard Mazeyrac' }, city: 'Toulouse', note: 'Vient chaque février. Garder sa table en pierre jusque-là.' }, { names: { fr: 'Amélie Chapuis' }, city: 'Lyon', status: 'potential' }],
}

// prettier-ignore
export const britain: DemoCountry = {
  country: 'GB',
  language: 'en',
  mobiles: [],
  exchanges: { London: '020 7946 0XXX', Manchester: '0161 496 0XXX', Edinburgh: '+44 131 496 0XXX', Bristol: '0117 496 0XXX' },
  streets: { London: ['{n} Larkspur Road'], Edinburgh: ['{n} Wardie Terrace'] },
  mailboxes: ['hello', 'enquiries', 'buying'],
  organisations: [
    { names: { en: 'Thistle & Fern Ltd' }, at: ['18 Leith Walk', 'Edinburgh', '', 'EH6 5AA'], status: 'active', people: [['Fiona Carmichael', 'buyer']], note: 'Wants every basket measured in inches as well.' },
    { names: { en: 'Potting Shed Supplies' }, at: ['7 Gloucester Road', 'Bristol', '', 'BS7 8AA'], people: [['Owen Tranter', 'director']] },
    { names: { en: 'The Larkspur Rooms' }, at: ['112 Columbia Road', 'London', '', 'E2 7RG'], people: [['Imogen Sallow', 'events']], note: 'Hires, never buys. Passed on to a partner in Kent; sends us a card at Christmas.', status: 'lost' },
    { names: { en: 'Northern Quarter Lanterns' }, at: ['33 Tib Street', 'Manchester', '', 'M4 1LX'], people: [['Zainab Iqbal', 'owner']] },
    { names: { en: 'Wrenfield Seeds plc' }, at: ['2 Millbank Yard', 'London', '', 'SW1P 4QP'], supplier: true, people: [['Hugh Wrenfield', 'export desk']], note: 'Grass seed for shade. Minimum order 40 kg since spring.' },
    { names: { en: 'Hollybrook Interiors' }, at: ['5 King Street', 'Manchester', '', 'M2 6AQ'], status: 'potential', people: [['Sadie Molyneux', 'designer']] },
  ],
  people: [{ names: { en: 'Rosalind Peake' }, city: 'London' }, { names: { en: 'Alasdair Munro' }, city: 'Edinburgh', note: 'Kept our stall’s phone number for eleven years and finally rang.' }],
}
