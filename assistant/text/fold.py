"""Folds the look-alike characters that documents and keyboards carry into the ones that people type.

NFKC folds full-width forms, half-width kana and the Kangxi radicals (⼤ → 大). It leaves the CJK Radicals Supplement,
which the text layers of Japanese slides contain (⻑ ⺠ ⻭): this module keeps a table for those. Case stays as it is.
"""

from __future__ import annotations

import re
import unicodedata

# Radicals of U+2E80 to U+2EF3 and the ideographs that they stand for, after Unicode's EquivalentUnifiedIdeograph; where
# that names a rare variant, the usual character (⻕ 阜). U+2E80 has none; NFKC itself folds U+2E9F and U+2EF3.
_RADICALS = (
    "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑尣 ⺒巳 ⺓幺 "
    "⺔彑 ⺕彐 ⺖忄 ⺗㣺 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 "
    "⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴㓁 ⺵罓 ⺶羊 ⺷羊 ⺸羋 ⺹耂 ⺺肀 ⺻聿 "
    "⺼肉 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 "
    "⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 "
    "⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀"
)

# What NFKC does to Japanese against expectation: the Kangxi door becomes 戶, which Japanese writes 戸.
_AHEAD_OF_NFKC = {"⼾": "戸"}

# Variation selectors choose among shapes of one character; none changes what is meant.
_VARIATION_SELECTORS = [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]

# Kanji as they were written before 1946, with those that are written now; also forms that other countries' keyboards give.
_OLD_FORMS = (
    "亞亜 惡悪 壓圧 圍囲 醫医 爲為 壹壱 隱隠 營営 榮栄 衞衛 驛駅 圓円 緣縁 鹽塩 應応 歐欧 毆殴 櫻桜 奧奥 橫横 溫温 假仮 價価 "
    "畫画 會会 壞壊 懷懐 繪絵 槪概 擴拡 殼殻 覺覚 學学 嶽岳 樂楽 勸勧 寬寛 歡歓 罐缶 觀観 關関 陷陥 巖巌 顏顔 歸帰 氣気 "
    "旣既 龜亀 僞偽 戲戯 犧犠 舊旧 據拠 擧挙 虛虚 峽峡 挾挟 敎教 鄕郷 曉暁 區区 驅駆 勳勲 徑径 惠恵 揭掲 溪渓 經経 繼継 莖茎 "
    "輕軽 鷄鶏 藝芸 擊撃 缺欠 儉倹 劍剣 圈圏 檢検 權権 獻献 硏研 縣県 險険 顯顕 驗験 嚴厳 效効 廣広 恆恒 鑛鉱 號号 國国 黑黒 "
    "濟済 碎砕 齋斎 劑剤 雜雑 參参 慘惨 棧桟 蠶蚕 贊賛 殘残 絲糸 齒歯 兒児 辭辞 濕湿 實実 寫写 釋釈 壽寿 收収 從従 "
    "澁渋 獸獣 縱縦 肅粛 處処 敍叙 緖緒 奬奨 將将 燒焼 稱称 證証 乘乗 剩剰 壤壌 孃嬢 條条 淨浄 狀状 疊畳 讓譲 釀醸 "
    "囑嘱 觸触 寢寝 愼慎 晉晋 眞真 盡尽 圖図 粹粋 醉酔 隨随 髓髄 數数 樞枢 瀨瀬 淸清 聲声 靑青 靜静 齊斉 稅税 攝摂 竊窃 "
    "節節 專専 戰戦 淺浅 潛潜 纖繊 踐践 錢銭 禪禅 曾曽 雙双 壯壮 搜捜 插挿 爭争 總総 綜総 聰聡 莊荘 裝装 騷騒 增増 藏蔵 臟臓 "
    "卽即 屬属 續続 墮堕 體体 對対 帶帯 滯滞 臺台 瀧滝 擇択 澤沢 單単 擔担 膽胆 團団 彈弾 斷断 癡痴 遲遅 晝昼 蟲虫 鑄鋳 廳庁 "
    "徵徴 聽聴 敕勅 鎭鎮 遞逓 鐵鉄 轉転 點点 傳伝 黨党 盜盗 燈灯 當当 鬪闘 德徳 獨独 讀読 屆届 繩縄 貳弐 惱悩 腦脳 霸覇 廢廃 "
    "拜拝 賣売 麥麦 發発 髮髪 拔抜 蠻蛮 祕秘 濱浜 甁瓶 拂払 佛仏 竝並 變変 邊辺 辨弁 瓣弁 辯弁 舖舗 穗穂 寶宝 豐豊 沒没 飜翻 "
    "槇槙 萬万 滿満 默黙 彌弥 藥薬 譯訳 豫予 餘余 與与 譽誉 搖揺 樣様 謠謡 來来 賴頼 亂乱 覽覧 龍竜 兩両 獵猟 綠緑 淚涙 壘塁 "
    "勵励 禮礼 靈霊 齡齢 戀恋 爐炉 勞労 樓楼 錄録 灣湾 內内 步歩 每毎 戶戸 產産 脫脱 說説 銳鋭 閱閲 靭靱 囗口 "
    "产産 办弁 额額 预予 经経 业業 厅庁 开開 发発 疗療 传伝 础礎 员員 费費 总総 线線 门門 导導 济済 义義 关関 连連 创創 药薬"
)

_TABLE: dict[int, str | None] = {ord(pair[0]): pair[1:] for pair in _RADICALS.split()}
_TABLE.update({ord(radical): ideograph for radical, ideograph in _AHEAD_OF_NFKC.items()})
_TABLE.update(dict.fromkeys(_VARIATION_SELECTORS))

_OF_TABLE = re.compile("[\u2e80-\u2eff\u2f3e\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Finds whatever the table is for: most texts have none of it, and to look is far faster than to translate."""

OLD_FORMS = {ord(pair[0]): pair[1] for pair in _OLD_FORMS.split()}
"""What questions may be written in and documents are not: old and foreign forms of kanji, with the usual ones."""


def nfkc_fold(s: str) -> str:
    """Return `s` after NFKC, with CJK radicals as the ideographs they stand for and without variation selectors.

    Case, dashes and white space are left as NFKC leaves them. Folding twice changes nothing further. Never raises; lone
    surrogates pass through.
    """
    if s.isascii():
        return s
    return unicodedata.normalize("NFKC", s.translate(_TABLE) if _OF_TABLE.search(s) else s)
