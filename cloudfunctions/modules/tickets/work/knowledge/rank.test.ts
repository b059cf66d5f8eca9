import { bestFitting } from './rank';

const entries = [
  { question: '物业费怎么缴', answer: '打开暖邻首页点“一键缴费”，也可以到服务中心前台缴。' },
  { question: '物业费什么时候出账', answer: '每月 1 日出上个月的账单，出账后会发消息给您。' },
  { question: '装修要办什么手续', answer: '带身份证和装修方案到服务中心登记，签装修协议，领施工证。' },
  { question: '装修几点可以施工', answer: '工作日 8:00—12:00、14:00—18:00，周末和节假日不能施工。' },
  { question: '门禁卡丢了怎么补办', answer: '带身份证到服务中心补办，每张 20 元，旧卡当场作废。' },
  { question: '停车位怎么租', answer: '地下车位每月 300 元，到服务中心签租约，先到先得。' },
  { question: '访客的车怎么进来', answer: '在暖邻里发访客通行证，填上车牌，入口会自动抬杆。' },
  { question: '充电桩在哪里', answer: '地下一层 B 区有 12 个充电桩，扫码充电。' },
  { question: '快递放在哪里', answer: '东门和西门各有一个快递柜，大件放在东门驿站。' },
  { question: '暖气什么时候来', answer: '每年 11 月 15 日到次年 3 月 15 日供暖。' },
  { question: '电费怎么充值', answer: '电费由供电公司收，请在“网上国网”里充值。' },
  { question: '水压小怎么办', answer: '先看入户阀是不是全开，仍然小请报修。' },
  { question: '游泳池开放时间', answer: '6 月到 9 月，每天 9:00—21:00，业主凭卡进。' },
  { question: '宠物登记怎么办理', answer: '带狗证和疫苗本到服务中心登记，遛狗要牵绳。' },
  { question: '垃圾分类投放时间', answer: '早上 6:30—9:00，晚上 17:30—20:30，其他时间投到误时点。' },
  { question: '房屋出租要不要登记', answer: '要。租客信息请在暖邻“成员”里添加，派出所会核对。' },
  { question: '发票怎么开', answer: '缴费后在收据里点“申请发票”，三个工作日内开好。' },
  { question: '健身房收费吗', answer: '业主免费，访客每次 20 元。' },
];
const first = (question: string) => bestFitting(entries, question)[0]?.question;

describe('what of the knowledge fits a question', () => {
  test.each([
    ['物业费在哪里交', '物业费怎么缴'],
    ['请问这个月物业费几号出账单', '物业费什么时候出账'],
    ['家里要装修需要办手续吗', '装修要办什么手续'],
    ['周末装修可以施工吗', '装修几点可以施工'],
    ['我的门禁卡丢了', '门禁卡丢了怎么补办'],
    ['补办门禁卡多少钱', '门禁卡丢了怎么补办'],
    ['想租个停车位', '停车位怎么租'],
    ['朋友的车怎么进来，访客', '访客的车怎么进来'],
    ['电动车充电桩在什么地方', '充电桩在哪里'],
    ['快递柜在哪', '快递放在哪里'],
    ['今年什么时候供暖，暖气几号来', '暖气什么时候来'],
    ['怎么充电费', '电费怎么充值'],
    ['家里水压好小', '水压小怎么办'],
    ['游泳池几点开放', '游泳池开放时间'],
    ['养狗要登记吗，宠物', '宠物登记怎么办理'],
    ['垃圾什么时间可以投放', '垃圾分类投放时间'],
    ['房屋租给别人要登记吗', '房屋出租要不要登记'],
    ['可以开发票吗', '发票怎么开'],
    ['健身房要不要收费', '健身房收费吗'],
    ['怎么交钱', '物业费怎么缴'],
    ['啥时候供热', '暖气什么时候来'],
    ['今年地暖几时烧', '暖气什么时候来'],
    ['我要开票', '发票怎么开'],
    ['养猫要登记不', '宠物登记怎么办理'],
    ['礼拜天能敲墙吗', '装修几点可以施工'],
    ['进门卡不见了能补吗', '门禁卡丢了怎么补办'],
    ['我的包裹在哪取', '快递放在哪里'],
    ['车位租一个月多少钱', '停车位怎么租'],
    ['电动车到哪里有充电的地方', '充电桩在哪里'],
    ['几点可以扔垃圾', '垃圾分类投放时间'],
    ['房子租出去了要登记吗', '房屋出租要不要登记'],
    ['健身要钱吗', '健身房收费吗'],
    ['怎么给你们打钱', '物业费怎么缴'],
    ['管理费哪里交', '物业费怎么缴'],
    ['家里想重新刷墙要报备吗', '装修要办什么手续'],
    ['钥匙卡不见了', '门禁卡丢了怎么补办'],
    ['停车一个月好多钱', '停车位怎么租'],
    ['有没有丰巢', '快递放在哪里'],
    ['啥时候通暖', '暖气什么时候来'],
    ['能不能开专票', '发票怎么开'],
  ])('%s → %s', (question, expected) => {
    expect(first(question)).toBe(expected);
  });

  test.each([
    '楼上半夜总在跳绳',
    '今天天气真好',
    '幼儿园招生吗',
    '你们保安态度太差',
    '车位被人占了',
    '门禁坏了进不去',
    '业委会什么时候选举',
    '怎么办',
    '？？？',
    '孩子的足球踢到楼顶上去了',
  ])('nothing fits: %s', (question) => {
    expect(bestFitting(entries, question)).toEqual([]);
  });

  test('what is asked of a thing fits no other thing', () => {
    const known = entries.filter(({ question }) => ['发票怎么开', '装修几点可以施工'].includes(question));
    expect(bestFitting(known, '游泳池几点开')).toEqual([]);
    expect(bestFitting(known, '图书室什么时候开')).toEqual([]);
    expect(bestFitting(known, '发票几点开').map(({ question }) => question)).toContain('发票怎么开');
  });

  test.each([
    '暖气不热',
    '暖气漏水了',
    '发票抬头写错了',
    '门禁卡刷不开门',
    '车位被别人停了',
    '快递被人拿走了',
    '装修噪音太大',
    '充电桩坏了',
  ])('what is wrong is answered by a person: %s', (question) =>
    expect(bestFitting(entries, question)).toEqual([]),
  );

  test('unless the company has written of it', () => {
    const known = [...entries, { question: '暖气不热怎么办', answer: '先排气，仍然不热请报修。' }];
    expect(bestFitting(known, '我家暖气不热')[0]?.question).toBe('暖气不热怎么办');
  });

  test('the best comes first, and three at the most', () => {
    const found = bestFitting(entries, '装修施工手续');
    expect(found.map(({ question }) => question).sort()).toEqual(['装修几点可以施工', '装修要办什么手续']);
    const many = Array.from({ length: 9 }, (_, at) => ({ question: `门禁卡补办${at}`, answer: '到前台' }));
    expect(bestFitting(many, '门禁卡补办')).toHaveLength(3);
  });

  test('a company that has written nothing answers nothing', () => {
    expect(bestFitting([], '物业费怎么缴')).toEqual([]);
  });
});
