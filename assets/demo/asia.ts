import type { DemoCountry } from './shape.ts'

// prettier-ignore
export const china: DemoCountry = {
  country: 'CN',
  language: 'zh-Hans',
  mobiles: ['138 2NXX XXXX', '136 2NXX XXXX', '159 2NXX XXXX'],
  messenger: 'WeChat',
  exchanges: { 佛山: '0757 8NXX XXXX', 广州: '020 8NXX XXXX', 义乌: '0579 8NXX XXXX', 昆明: '0871 6NXX XXXX', 深圳: '0755 8NXX XXXX', 厦门: '0592 5XX XXXX', 上海: '021 6NXX XXXX',
    杭州: '0571 8NXX XXXX', 泉州: '0595 2NXX XXXX', 南宁: '0771 5XX XXXX', 汕头: '0754 8NXX XXXX' },
  streets: { 广州: ['天河路{n}号'], 昆明: ['翠湖北路{n}号'] },
  mailboxes: ['sales', 'export', 'info'],
  organisations: [
    { names: { 'zh-Hans': '佛山青藤居家具有限公司', en: 'Foshan Qingtengju Furniture Co., Ltd.' }, at: ['顺德区乐从镇河滨路18号', '佛山', '广东'], supplier: true, status: 'reliable', people: [['梁海燕', '外贸经理'], ['何伟', '仓库']], note: '藤椅每批抽检十把。付款：三成定金，七成见提单。' },
    { names: { 'zh-Hans': '义乌晨露工艺品商行', en: 'Yiwu Chenlu Crafts' }, at: ['福田街道商城大道406号', '义乌', '浙江'], supplier: true, people: [['吴晓琳', '业务员']], note: 'Small things by the carton. Answers on WeChat at any hour, invoices never before the fifth.' },
    { names: { 'zh-Hans': '潮州陶然小窑', en: 'Taoran Kiln, Chaozhou' }, at: ['枫溪区瓷都大道77号', '潮州', '广东'], phone: '138 2NXX XXXX', supplier: true, people: [['陈泽铭', '老板']] },
    { names: { 'zh-Hans': '广州花满径园艺有限公司', en: 'Guangzhou Huamanjing Horticulture' }, at: ['荔湾区芳村大道中112号', '广州', '广东'], supplier: true, people: [['黄子晴', '销售主管']], note: '年桔要在十二月初订，过了十号没有好货。' },
    { names: { 'zh-Hans': '昆明云上花圃', en: 'Yunshang Flower Nursery, Kunming' }, at: ['呈贡区斗南街道花卉路9号', '昆明', '云南'], supplier: true, people: [['杨丽江', '花农']], note: 'Roses by air on Tuesdays and Fridays. Say the colour by its number, not by its name.' },
    { names: { 'zh-Hans': '深圳星庭照明', en: 'Xingting Garden Lighting' }, at: ['宝安区西乡街道固戍路5号', '深圳', '广东'], supplier: true, people: [['曾俊', '工程师']] },
    { names: { 'zh-Hans': '厦门石语景观石材', en: 'Shiyu Landscape Stone, Xiamen' }, at: ['湖里区港中路230号', '厦门', '福建'], status: 'problem', supplier: true, people: [['洪志强', '经理']], note: '第二批石灯有裂纹四件，等对方补发。下次装箱前要视频。' },
    { names: { 'zh-Hans': '杭州小满家居设计', en: 'Xiaoman Home Design, Hangzhou' }, at: ['西湖区文三路388号', '杭州', '浙江'], people: [['沈若云', '设计师']] },
    { names: { 'zh-Hans': '泉州润叶灌溉设备厂', en: 'Quanzhou Runye Irrigation' }, at: ['丰泽区津淮街61号', '泉州', '福建'], supplier: true, people: [['蔡建华', '厂长']] },
    { names: { 'zh-Hans': '上海半亩设计事务所', en: 'Banmu Design Office, Shanghai' }, at: ['徐汇区永嘉路511号', '上海', '上海'], status: 'potential', people: [['顾一鸣', '主创']], note: 'Looks for palm-leaf mats for a tea house, six by three metres in one piece. Puok cannot, Bakong perhaps.' },
    { names: { 'zh-Hans': '南宁顺渡货运代理', en: 'Nanning Shundu Freight' }, at: ['青秀区民族大道131号', '南宁', '广西'], supplier: true, people: [['韦春梅', '单证']] },
    { names: { 'zh-Hans': '汕头小院塑料花盆厂', en: 'Shantou Xiaoyuan Flowerpots' }, at: ['龙湖区泰山路68号', '汕头', '广东'], supplier: true, status: 'lost', note: 'Quality went down twice running, we buy from Quanzhou instead.' },
  ],
  people: [{ names: { 'zh-Hans': '徐静', en: 'Xu Jing' }, city: '广州' }, { names: { 'zh-Hans': '马晓东', en: 'Ma Xiaodong' }, city: '昆明', note: 'Orchid collector, brings photographs from the mountains.' }],
}

// prettier-ignore
export const thailand: DemoCountry = {
  country: 'TH',
  language: 'th',
  mobiles: ['081 NXX XXXX'],
  messenger: 'LINE',
  exchanges: { Bangkok: '02 NXX XXXX', 'Chiang Mai': '053 2XX XXX' },
  streets: { Bangkok: ['{n} Soi Ari 4, Phaya Thai'] },
  mailboxes: ['info', 'export'],
  organisations: [
    { names: { th: 'สวนกระถางบางเขน', en: 'Bang Khen Pot Garden' }, at: ['Soi Ram Inthra 39, Bang Khen', 'Bangkok'], supplier: true, people: [['คุณนภา', 'เจ้าของ']], note: 'Succulents in trays of 54. They cross at Poipet on Thursdays.' },
    { names: { th: 'ร่มไม้ล้านนา', en: 'Lanna Shade Umbrellas' }, at: ['Bo Sang, San Kamphaeng', 'Chiang Mai'], supplier: true, people: [['คุณวิชัย', 'ผู้จัดการ']] },
    { names: { en: 'Klong Side Café & Plants', th: 'ริมคลองคาเฟ่' }, at: ['Charoen Krung 82', 'Bangkok'], status: 'potential', people: [['Khun Ploy', 'owner']] },
  ],
  people: [],
}

// prettier-ignore
export const vietnam: DemoCountry = {
  country: 'VN',
  language: 'vi',
  mobiles: ['0903 NXX XXX'],
  messenger: 'Zalo',
  exchanges: { 'Thành phố Hồ Chí Minh': '028 38XX XXXX', 'Hà Nội': '024 38XX XXXX' },
  streets: { 'Thành phố Hồ Chí Minh': ['{n} đường Nguyễn Đình Chiểu, Quận 3'] },
  mailboxes: ['info', 'sales'],
  organisations: [
    { names: { vi: 'Gốm Sông Bé Xưa', en: 'Song Be Xua Pottery' }, at: ['Đường Lái Thiêu 21', 'Thuận An', 'Bình Dương'], phone: '0903 NXX XXX', supplier: true, people: [['Võ Minh Tuấn', 'chủ lò']], note: 'Glazed pots by lorry through Bavet. Straw between the crates, not paper.' },
    { names: { vi: 'Vườn ươm Sa Đéc Xanh', en: 'Sa Dec Xanh Nursery' }, at: ['Làng hoa Tân Quy Đông', 'Sa Đéc', 'Đồng Tháp'], phone: '0903 NXX XXX', supplier: true, people: [['Lê Thị Ngọc', 'chủ vườn']], note: 'Chrysanthemums for New Year: order in October, boat takes a day and a half.' },
    { names: { vi: 'Nội thất Mây Tre Hội An Nhỏ', en: 'Little Hoi An Bamboo & Rattan' }, at: ['12 Lê Thánh Tôn, Quận 1', 'Thành phố Hồ Chí Minh'], people: [['Phạm Quang Huy', 'giám đốc']] },
    { names: { en: 'West Lake Tea Garden', vi: 'Vườn trà Hồ Tây' }, at: ['34 Quảng An, Tây Hồ', 'Hà Nội'], status: 'potential' },
  ],
  people: [{ names: { vi: 'Trần Bảo Ngọc' }, city: 'Thành phố Hồ Chí Minh' }],
}
