/** A list as a trading company keeps it: several scripts, numbers in every notation, two rows that cannot be taken. */
export const clientsToImport = `Company;Contact;Title;Phone;E-mail;Street;City;Country;Remarks
Lotus & Clay Ceramics;Sreyleak Chan;Owner;012 345 678;hello@lotusclay.example;Street 240, 18;Phnom Penh;Cambodia;Glazed pots, monthly
ហាងផ្កា សុភា;សុភា ចាន់;ម្ចាស់ហាង;077 111 222;;ផ្លូវ ២៧១;ភ្នំពេញ;Cambodia;
Gartenhof Petersen GmbH;Maike Petersen;Geschäftsführerin;040 66969 120;info@gartenhof.example;Elbchaussee 214;Hamburg;Germany;Already a client
;Nobody;;not a number;;;;;
Mwayi Garden Centre;Chisomo Banda;Buyer;0999 123 456;mwayi@example;Victoria Avenue;Blantyre;Malawi;
Сад и Дом;Дмитрий Соколов;Закупки;+7 701 555 01 20;sales@sadidom.example;пр. Абая, 52;Алматы;Kazakhstan;Накладные по-русски
La Maison d'Asie;Annette Roulet;Directrice;05.61.77.61.10;maison@asie.example;1 rue d'Alsace;Toulouse;France;
`
