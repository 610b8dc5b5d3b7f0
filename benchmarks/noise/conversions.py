"""Wrong kana-kanji conversions: what an IME offers for the same reading and people pass over.

A wrong form is never a word that is asked about in this domain (期間 is not written 機関 here), and not farther from the right
one than its reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

_TABLE = """
内線 ないせん 内戦 内腺
予算 よさん 余算 予産
担当 たんとう 単当 担等 短刀
文科省 もんかしょう 文化省 分科省
厚労省 こうろうしょう 功労省 高労省
経産省 けいさんしょう 計算省 経算省
内閣府 ないかくふ 内角府 内郭府
基金 ききん 寄金 起金
事業 じぎょう 自業 時業 事行
窓口 まどぐち 窓愚痴
補正 ほせい 補整 保正
合計 ごうけい 号計 合形
総額 そうがく 奏楽 相学
平均 へいきん 平金 兵均
内訳 うちわけ 内分け 打ち分け
研究 けんきゅう 研窮 県究
開発 かいはつ 解発 回発
推進 すいしん 水深 垂心
支援 しえん 私怨 紫煙 試演
創薬 そうやく 装薬 奏薬
感染症 かんせんしょう 観戦症 幹線症
治療 ちりょう 知了 地料
難病 なんびょう 難秒 南病
対策 たいさく 対作 対柵
結核 けっかく 欠格 結角
大学 だいがく 代学 台学
連携 れんけい 連係 連系
医療 いりょう 衣料 衣糧
福祉 ふくし 副詞 福司
機器 きき 器機 機機
産業 さんぎょう 蚕業 産行
政策 せいさく 制作 政索
医政局 いせいきょく 異性局 威勢局
健康局 けんこうきょく 兼行局 健幸局
所管 しょかん 書簡 所感 書館
計上 けいじょう 形状 計条
金額 きんがく 近額 金学
資金 しきん 至近 試金
省庁 しょうちょう 象徴
部署 ぶしょ 部所 部処
連絡 れんらく 連落 聯絡
電話 でんわ 伝話 田和
番号 ばんごう 晩号 番豪
目的 もくてき 目適 木的
概要 がいよう 外洋 概容
目標 もくひょう 木標 目評
期間 きかん 器官 帰還
課題 かだい 仮題 科題
採択 さいたく 採拓 再択
構想 こうそう 高層 抗争 香草
関連 かんれん 関聯 冠連
統合 とうごう 等号 投合
創出 そうしゅつ 相出 奏出
基盤 きばん 基板 機番
整備 せいび 精美 整美
製造 せいぞう 聖像 生造
遺伝子 いでんし 遺伝し 異伝子
全ゲノム ぜんげのむ 善ゲノム 然ゲノム
解析 かいせき 会席 解石 懐石
実行計画 じっこうけいかく 実効計画
若手 わかて 和歌手 若て
企業 きぎょう 機業 企行
課室 かしつ 加湿 過失 仮室
産学官 さんがくかん 山岳官 産学館
革新 かくしん 確信 核心
技術 ぎじゅつ 義術 偽術
先端 せんたん 戦端 専端
国際 こくさい 国祭 穀祭
共同 きょうどう 協同 共働
科学 かがく 化学
資料 しりょう 飼料 史料 試料
会議 かいぎ 懐疑 開議
出典 しゅってん 出店 出点
条件 じょうけん 上件 条権
対象 たいしょう 対称 対照
装置 そうち 送地 相置
設備 せつび 設美 節備
研究費 けんきゅうひ 研究碑 研究日
研究者 けんきゅうしゃ 研究社 研究車
受益者 じゅえきしゃ 樹液者
補助 ほじょ 捕助 補女
交付 こうふ 公布 鉱夫
所属 しょぞく 書属 処属
実施 じっし 実子 十指
機構 きこう 気候 紀行 帰港
振興 しんこう 進行 信仰 新興
保健 ほけん 保険 補県
画期的 かっきてき 活気的
""".strip()

CONVERSIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    word: (reading, tuple(wrong)) for word, reading, *wrong in map(str.split, _TABLE.splitlines())
}
"""Word: its reading, and what else an IME writes for it."""


def wrong_conversion(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with one word converted wrongly."""
    places = [
        (at, word, wrong)
        for word, (_, choices) in CONVERSIONS.items()
        for at in range(len(text))
        if text.startswith(word, at)
        for wrong in choices
    ]
    rng.shuffle(places)
    for at, word, wrong in places:
        yield text[:at] + wrong + text[at + len(word) :]
