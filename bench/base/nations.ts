/** What names, firms, streets and phones are made of, by nation. Words separated by blanks; "_" is a blank inside one. */

interface Parts {
  /** Share of all clients, of a hundred. */
  readonly share: number
  readonly country: string
  readonly language: string
  readonly order: 'given-first' | 'family-first'
  /** Between given and family name; Chinese has none. */
  readonly between: string
  readonly given: string
  readonly family: string
  /** From these rare family names are put together: beginnings and endings. */
  readonly rare: readonly [beginnings: string, endings: string]
  readonly trades: string
  readonly firms: string
  readonly cities: string
  readonly streets: string
  /** Beginnings of mobile numbers after the trunk prefix, and how many digits follow. */
  readonly phones: string
  readonly digits: number
  readonly code: string
  readonly trunk: string
}

export const nations: readonly Parts[] = [
  {
    share: 20, country: 'US', language: 'en', order: 'given-first', between: ' ',
    given: 'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Anthony Lisa Mark Nancy Steven Sandra Andrew Ashley Paul Emily Joshua Donna Kevin Michelle Brian Carol George Amanda Edward Melissa',
    family: 'Smith Johnson Williams Brown Jones Garcia Miller Davis Martinez Anderson Taylor Thomas Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards',
    rare: ['Ash Black Brad Carl Crom East Fair Gold Hart Ken Lang Mill North Oak Pem Rad Shel Thorn West Win', 'berry brook bury by combe dale field ford ham hurst ley low more ridge stead ton ville well wick worth'],
    trades: 'Hardware Bakery Motors Printing Trading Dental Plumbing Foods Textiles Electric Books Travel Roofing Logistics',
    firms: 'Company Inc LLC & Sons Group Store', cities: 'Portland Austin Denver Chicago Boston Seattle Omaha Tulsa',
    streets: 'Main_St Oak_Ave Park_Rd Elm_St Lake_Dr Hill_Blvd', phones: '503555 512444 303555 312444 617555 206444', digits: 4, code: '1', trunk: '',
  },
  {
    share: 12, country: 'DE', language: 'de', order: 'given-first', between: ' ',
    given: 'Hans Anna Peter Ursula Jürgen Renate Wolfgang Monika Klaus Karin Jörg Sabine Günther Käthe Dieter Birgit Uwe Petra Björn Heike Stefan Gisela Rüdiger Ingrid',
    family: 'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Köhler Groß Jäger',
    rare: ['Alten Birken Blumen Dorn Eichen Falken Grün Hasel Kalten Linden Mühl Nieder Ober Rosen Stein Wald', 'acker bach baum berg brunn dorf feld garten hagen haus hof mann stein tal wald'],
    trades: 'Maschinenbau Bäckerei Elektro Druckerei Handels Gärtnerei Möbel Spedition Optik Apotheke',
    firms: 'GmbH AG KG & Söhne OHG e.K.', cities: 'Berlin Köln München Hamburg Nürnberg Leipzig',
    streets: 'Hauptstraße Gartenweg Lindenallee Bahnhofstraße Schulgasse', phones: '151 160 170 171 175', digits: 8, code: '49', trunk: '0',
  },
  {
    share: 8, country: 'FR', language: 'fr', order: 'given-first', between: ' ',
    given: 'Jean Marie Pierre Nathalie Michel Isabelle André Sylvie Philippe Françoise René Hélène Loïc Zoé Étienne Chloé François Céline Jérôme Agnès',
    family: 'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefèvre Michel Garcia David Bertrand Roux Vincent Fournier Girard Bonnet Dupont Lambert Fontaine',
    rare: ['Beau Bel Bois Champ Chat Clair Cour Font Grand Haute Mont Neuf Pré Roche Saint Val', 'blanc bourg clos court eau fort gny igny lieu mare nay ont pierre rac vert ville'],
    trades: 'Boulangerie Librairie Garage Pharmacie Menuiserie Fromagerie Imprimerie Horlogerie',
    firms: 'SARL SAS & Fils et_Cie SA', cities: 'Paris Lyon Nîmes Orléans Besançon Rennes',
    streets: 'rue_de_la_Paix avenue_Foch place_du_Marché rue_Hugo', phones: '61 62 63 66 67 68', digits: 7, code: '33', trunk: '0',
  },
  {
    share: 8, country: 'ES', language: 'es', order: 'given-first', between: ' ',
    given: 'Antonio María José Carmen Manuel Ana Francisco Isabel Juan Dolores Ángel Pilar Jesús Teresa Íñigo Lucía Raúl Begoña Óscar Inés',
    family: 'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Núñez Ibáñez',
    rare: ['Agui Alba Bar Cal Cas Etxe Fuen Iba Mal Mendi Oli Peña Que Sala Urru Villa', 'barri castro corta dero gorri lar llana mayor naga redo rey seca te vedra verde zar'],
    trades: 'Panadería Ferretería Talleres Librería Farmacia Zapatería Construcciones', firms: 'S.L. S.A. e_Hijos y_Compañía',
    cities: 'Madrid Sevilla Málaga Bilbao Logroño', streets: 'Calle_Mayor Avenida_del_Sol Plaza_Nueva Calle_Cervantes', phones: '61 62 64 65 66', digits: 7, code: '34', trunk: '',
  },
  {
    share: 8, country: 'PL', language: 'pl', order: 'given-first', between: ' ',
    given: 'Stanisław Anna Jan Katarzyna Andrzej Małgorzata Józef Agnieszka Tadeusz Barbara Michał Krystyna Łukasz Joanna Grażyna Paweł',
    family: 'Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Pawłowski Król',
    rare: ['Bar Biel Brzo Chmie Czar Dob Gór Grzy Jasi Krze Lip Mał Osta Prze Sob Trze Wil Zab', 'cki czak czyk dowski iński kiewicz lak lewski mski nek nicki rek ski szek towicz wicz'],
    trades: 'Piekarnia Drukarnia Warsztat Księgarnia Apteka Stolarnia', firms: 'Sp._z_o.o. S.A. i_Synowie PPHU',
    cities: 'Warszawa Kraków Łódź Wrocław Poznań', streets: 'ul._Długa ul._Polna ul._Leśna al._Pokoju', phones: '50 51 60 66 69 72', digits: 7, code: '48', trunk: '',
  },
  {
    share: 7, country: 'VN', language: 'vi', order: 'family-first', between: ' ',
    given: 'Văn_Anh Thị_Hoa Minh_Đức Ngọc_Lan Quốc_Bảo Thu_Hà Hữu_Phước Mỹ_Linh Đình_Khôi Thanh_Tâm Xuân_Mai Tuấn_Kiệt Kim_Oanh Gia_Huy',
    family: 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý',
    rare: ['Ch Đ Gi Kh L Ng Nh Ph Qu Th Tr X', 'âu ăng iêm iệu oàn ông uyên ước ương ỳnh'],
    trades: 'Cơ_khí May_mặc Điện_tử Xây_dựng Nông_sản', firms: 'Công_ty TNHH Cổ_phần', cities: 'Hà_Nội Đà_Nẵng Huế Cần_Thơ',
    streets: 'Lê_Lợi Trần_Phú Nguyễn_Huệ Hai_Bà_Trưng', phones: '90 91 93 97 98', digits: 7, code: '84', trunk: '0',
  },
  {
    share: 7, country: 'MW', language: 'ny', order: 'given-first', between: ' ',
    given: 'Chimwemwe Thandiwe Kondwani Chikondi Limbani Mphatso Yamikani Tamanda Blessings Grace Gift Memory Dalitso Fatsani Takondwa Tiyamike',
    family: 'Banda Phiri Mwale Nyirenda Chirwa Gondwe Kachale Mbewe Moyo Tembo Zulu Mkandawire Msiska Kamanga Chisale Jere',
    rare: ['Chi Ka Ku Ma Mba Mka Mpha Mto Nda Nka Nya Sa Tha Wa Ya Zi', 'balo dzi koma kwama lemba manda mbula ngoni njala phanda sale tika wala zima'],
    trades: 'Farmers Timber Groceries Transport Tailoring Maize', firms: 'Trading Enterprises Limited Investments',
    cities: 'Lilongwe Blantyre Mzuzu Zomba', streets: 'Kamuzu_Road Chilembwe_Avenue Market_Road', phones: '99 88', digits: 7, code: '265', trunk: '0',
  },
  {
    share: 15, country: 'KH', language: 'km', order: 'family-first', between: ' ',
    given: 'សុភាព បុប្ផា វិសាល ចន្ថា សុខា រតនា ដារ៉ា ស្រីមុំ វណ្ណា ពិសិដ្ឋ ធីតា មករា បូរី ចាន់ណា សំណាង វិបុល សុវណ្ណ កញ្ញា មុន្នី ភក្តី ណារិទ្ធ លីដា ចិន្តា សុផល ឧត្តម រស្មី',
    family: 'សុខ ជា ហេង លី កែវ ចាន់ អ៊ុក ម៉ៅ គឹម ទេព នួន ប៉ែន មាស ស៊ុន ឈុន យឹម សេង ហុង ផាន វ៉ាន់ ឡុង សំ ឈិន តាំង ប៊ុន ថោង រស់ នុត',
    rare: ['ក្រ ខ្ល គ្រឹ ចំ ឆាយ ជុំ ឈួ ដួង ថា ទូច ធុ ប្រា ផល ពៅ ភី មុំ យុ រឿ លឹម វឿ', 'ង ម ន ញ រាជ វត្ថុ វង្ស សី ស័ក្តិ ធី និត ពេជ្រ រិន លាភ'],
    trades: 'សំណង់ ដឹកជញ្ជូន បោះពុម្ព ហាងកាហ្វេ ឱសថស្ថាន គ្រឿងសង្ហារិម កសិផល អគ្គិសនី កាត់ដេរ',
    firms: 'ក្រុមហ៊ុន សហគ្រាស ហាង ឯ.ក', cities: 'ភ្នំពេញ សៀមរាប បាត់ដំបង កំពត កំពង់ចាម',
    streets: 'ផ្លូវ២៧១ មហាវិថីព្រះនរោត្តម ផ្លូវ៦៣ មហាវិថីសហព័ន្ធរុស្ស៊ី', phones: '12 11 92 77 89 10', digits: 6, code: '855', trunk: '0',
  },
  {
    share: 10, country: 'RU', language: 'ru', order: 'family-first', between: ' ',
    given: 'Александр Елена Сергей Ольга Дмитрий Наталья Алексей Татьяна Андрей Ирина Михаил Светлана Иван Мария Николай Анна Владимир Юлия Артём Ксения',
    family: 'Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев',
    rare: ['Бел Бур Верх Глуш Драг Зай Кор Крас Лещ Мур Нек Ожо Пуст Рябк Студ Тих Ухт Черн', 'аев анов енко ецкий ин инский ищев кин ников овец овский оров унов ухин цев ыкин'],
    trades: 'Строй Торг Пекарня Книга Мебель Авто Аптека Тепло', firms: 'ООО ИП АО ЗАО', cities: 'Москва Казань Самара Пермь Тверь',
    streets: 'ул._Ленина пр._Мира ул._Садовая ул._Лесная', phones: '903 905 910 916 926', digits: 7, code: '7', trunk: '8',
  },
  {
    share: 3, country: 'CN', language: 'zh', order: 'family-first', between: '',
    given: '伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 志强 建华 文静',
    family: '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗', rare: ['欧 司 上 诸 慕 夏 东 南', '阳 马 官 葛 容 侯 方 宫'],
    trades: '贸易 电子 建材 食品 印刷 服装', firms: '有限公司 集团 商行', cities: '北京 上海 广州 成都',
    streets: '人民路 中山路 解放大道', phones: '138 139 136 150 186', digits: 8, code: '86', trunk: '',
  },
  {
    share: 2, country: 'EG', language: 'ar', order: 'given-first', between: ' ',
    given: 'محمد فاطمة أحمد عائشة علي مريم حسن زينب عمر خديجة إبراهيم نور يوسف سارة', family: 'السيد حسن علي إبراهيم محمود عبد_الله الشافعي منصور النجار الحداد', rare: ['ال_ع ال_م ال_ق ال_ف', 'طار غربي صري راوي دسي هواري'],
    trades: 'للتجارة للمقاولات للطباعة للأغذية', firms: 'شركة مؤسسة مكتب', cities: 'القاهرة الإسكندرية أسوان',
    streets: 'شارع_النيل شارع_التحرير', phones: '100 101 111 122', digits: 7, code: '20', trunk: '0',
  },
] // prettier-ignore
