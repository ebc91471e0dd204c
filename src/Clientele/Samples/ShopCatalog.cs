using System.Globalization;
using System.Text;

namespace Clientele.Samples;

/// <summary>600 products in ten categories: names, prices over time, life cycles, gaps in stock, companions.</summary>
internal sealed class ShopCatalog
{
    public const int PerCategory = 60;

    private const int RankSteps = 1024;
    private const int CategorySteps = 256;

    /// <summary>How well categories sell, before the season.</summary>
    private static readonly int[] s_pull = [16, 14, 13, 10, 9, 9, 8, 8, 6, 7];

    private readonly ShopCalendar _calendar;
    private readonly Life[] _lives;
    private readonly byte[] _ranks = new byte[RankSteps];
    private readonly byte[] _categories = new byte[CategorySteps];

    public ShopCatalog(ShopCalendar calendar, ulong seed)
    {
        _calendar = calendar;
        Count = ShopWords.Categories.Length * PerCategory;
        _lives = new Life[Count];
        Codes = new string[Count];
        Middles = new byte[Count][];
        Undescribed = new byte[Count][];
        Companion = new short[Count];
        PriceToday = new int[Count];
        Available = new bool[Count];
        PlanRanks();
        for (var category = 0; category < ShopWords.Categories.Length; category++) Stock(category, seed);
        Pair(seed);
    }

    public int Count { get; }

    public string[] Codes { get; }

    /// <summary>CSV bytes per product from the comma before the stock code to the comma after the category.</summary>
    public byte[][] Middles { get; }

    /// <summary>The same with an empty description.</summary>
    public byte[][] Undescribed { get; }

    /// <summary>The product that is often bought with this one, or -1.</summary>
    public short[] Companion { get; }

    /// <summary>Cents per piece on the current day.</summary>
    public int[] PriceToday { get; }

    public bool[] Available { get; }

    /// <summary>Categories reduced today, one bit each.</summary>
    public ushort ReducedToday { get; private set; }

    public static int CategoryOf(int product) => product / PerCategory;

    /// <summary>Sets prices and shelves for a day.</summary>
    public void Open(int day)
    {
        var (reduced, perCent) = _calendar.Promotion(day);
        ReducedToday = reduced;
        var month = _calendar.Date(day).Month;
        for (var p = 0; p < Count; p++)
        {
            ref readonly var life = ref _lives[p];
            var category = CategoryOf(p);
            Available[p] = day >= life.First && day < life.End && (day < life.OutFrom || day >= life.OutUntil)
                && (category != ShopWords.ChristmasCategory || month >= 10);
            var cents = day >= life.Change2 ? life.Cents2 : day >= life.Change1 ? life.Cents1 : life.Cents0;
            PriceToday[p] = (reduced >> category & 1) == 0 ? cents : (cents * (100 - perCent) + 50) / 100;
        }

        Span<int> pull = stackalloc int[s_pull.Length];
        s_pull.CopyTo(pull);
        pull[ShopWords.ChristmasCategory] = month switch { 10 => 4, 11 => 22, 12 => 30, _ => 0 };
        if (month is >= 4 and <= 8) pull[ShopWords.GardenCategory] *= 2;
        for (var c = 0; c < pull.Length; c++) pull[c] *= (reduced >> c & 1) == 0 ? 2 : 3;
        Spread(pull, _categories);
    }

    public int DrawCategory(ref Chance chance) => _categories[(int)(chance.Next() >> 56)];

    /// <summary>A reduced category if there is one, by chance.</summary>
    public int DrawReduced(ref Chance chance)
    {
        for (var c = chance.Below(s_pull.Length); ReducedToday != 0; c = (c + 1) % s_pull.Length)
        {
            if ((ReducedToday >> c & 1) != 0) return c;
        }

        return DrawCategory(ref chance);
    }

    /// <summary>A popular product of the category; of two candidates the dearer or the cheaper one, as the customer likes.</summary>
    /// <param name="priceLevel">0 (cheap) … 255 (dear).</param>
    public int DrawProduct(int category, int priceLevel, ref Chance chance)
    {
        var draw = chance.Next();
        var one = category * PerCategory + _ranks[(int)(draw & (RankSteps - 1))];
        var other = category * PerCategory + _ranks[(int)((draw >> 20) & (RankSteps - 1))];
        if ((int)(draw >> 56) < Math.Abs(priceLevel - 128) * 2 && PriceToday[other] > PriceToday[one] == priceLevel >= 128) one = other;
        return one;
    }

    private void PlanRanks()
    {
        Span<int> weights = stackalloc int[PerCategory];
        for (var r = 0; r < PerCategory; r++) weights[r] = (int)(1_000_000 / Chance.Exp(0.8 * Chance.Log(r + 1)));
        Spread(weights, _ranks);
    }

    /// <summary>Fills a table in which each index takes a share of the places in proportion to its weight.</summary>
    private static void Spread(ReadOnlySpan<int> weights, byte[] table)
    {
        long total = 0;
        foreach (var weight in weights) total += weight;
        long before = 0;
        var at = 0;
        for (var i = 0; i < table.Length; i++)
        {
            while ((2L * i + 1) * total >= 2 * table.Length * (before + weights[at])) before += weights[at++];
            table[i] = (byte)at;
        }
    }

    private void Stock(int category, ulong seed)
    {
        var chance = new Chance(seed, ChanceStream.Catalog, (ulong)category);
        var goods = ShopWords.Goods[category];
        var order = new int[goods.Length * ShopWords.Styles.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var j = chance.Below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }

        for (var rank = 0; rank < PerCategory; rank++)
        {
            var product = category * PerCategory + rank;
            var (good, cents) = goods[order[rank] % goods.Length];
            var style = ShopWords.Styles[order[rank] / goods.Length];
            var letter = chance.Below(3) == 0 ? ((char)('A' + chance.Below(5))).ToString() : "";
            Codes[product] = string.Create(CultureInfo.InvariantCulture, $"{20011 + product * 37}{letter}");
            var blank = chance.Below(40) == 0 ? " " : "";
            Middles[product] = Middle(Codes[product], $"{style} {good}{blank}", ShopWords.Categories[category]);
            Undescribed[product] = Middle(Codes[product], "", ShopWords.Categories[category]);
            Companion[product] = -1;
            _lives[product] = Plan(cents, rank, ref chance);
        }
    }

    /// <summary>Prices end in 5 or 9; every fourth product is new, every sixth dies out, the best sellers stay.</summary>
    private Life Plan(int cents, int rank, ref Chance chance)
    {
        var days = _calendar.Days;
        var first = rank > 2 && chance.Below(4) == 0 ? chance.Below(days) : 0;
        var end = rank > 2 && chance.Below(6) == 0 ? first + 20 + chance.Below(days) : int.MaxValue;
        var outFrom = chance.Below(3) == 0 ? chance.Below(days) : int.MaxValue;
        var outUntil = outFrom == int.MaxValue ? int.MaxValue : outFrom + 7 + chance.Below(30);
        var now = Tidy(cents * (80 + chance.Below(45)) / 100);
        var change1 = chance.Below(days);
        var change2 = change1 + 30 + chance.Below(days);
        var later = Tidy(now * (98 + chance.Below(14)) / 100);
        return new Life(first, end, outFrom, outUntil, now, change1, later, change2, Tidy(later * (97 + chance.Below(14)) / 100));
    }

    private static int Tidy(int cents) => cents / 10 * 10 + (cents % 10 < 5 ? 5 : 9);

    /// <summary>Forty pairs, each of two categories' better half.</summary>
    private void Pair(ulong seed)
    {
        var chance = new Chance(seed, ChanceStream.Catalog, 1_000);
        for (var left = 40; left > 0;)
        {
            var one = chance.Below(Count);
            var other = chance.Below(Count);
            var apart = CategoryOf(one) != CategoryOf(other) && one % PerCategory < PerCategory / 2 && other % PerCategory < PerCategory / 2;
            if (!apart || Companion[one] >= 0 || Companion[other] >= 0) continue;
            Companion[one] = (short)other;
            Companion[other] = (short)one;
            left--;
        }
    }

    private static byte[] Middle(string code, string description, string category) =>
        Encoding.UTF8.GetBytes($",{code},{Quoted(description)},{category},");

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <summary>When a product is sold and what it costs then; days count from the first, prices in cents.</summary>
    private readonly record struct Life(
        int First, int End, int OutFrom, int OutUntil, int Cents0, int Change1, int Cents1, int Change2, int Cents2);
}
