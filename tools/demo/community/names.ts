import type { Random } from './random';

/** The most common surnames, the commonest more than once. */
const surnames = [
  ...'王王王李李李张张张刘刘陈陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤',
];
const middles = [...'志建国文明晓小雅思秀丽玉海春永德家嘉子雨欣俊美桂金新红立少世宏'];
const ends = [
  ...'华明强军平伟芳敏静丽娟英燕玲桂兰琴梅杰涛超勇刚磊斌鹏辉宁涵怡轩宇航晨阳洋琳琪雯婷慧颖佳莹洁',
];

/** A name nobody in particular bears. */
export function personName(random: Random): string {
  const given = random.happens(0.25) ? random.pick(ends) : random.pick(middles) + random.pick(ends);
  return random.pick(surnames) + given;
}

/** Another name with the same surname: a child, a brother. */
export function relativeName(of: string, random: Random): string {
  for (;;) {
    const name = of.slice(0, 1) + personName(random).slice(1);
    if (name !== of) return name;
  }
}
