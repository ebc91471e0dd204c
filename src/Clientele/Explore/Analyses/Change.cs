namespace Clientele.Explore.Analyses;

/// <summary>Why money changed from one period to another: customers × orders each × pieces an order × money a piece.</summary>
internal static class Change
{
    private const int MostDecimals = 6;

    public static Choice<Analysis> Choice { get; } = new("change", "Why money changed between two periods: customers, orders each, pieces an order, money a piece; adds up to the cent.", [], _ => new Analysis(Run));

    private static ExploreResult Run(ExploreData data)
    {
        if (!data.Known.Money) return new ExploreResult(Choice.Name) { CannotTell = "No file has a price or an amount: changes of money cannot be told." };
        var pair = data.Compare is { } asked ? PeriodPair.Parse(asked) : PeriodPair.Last(data.Calendar);
        if (pair is null) return new ExploreResult(Choice.Name) { CannotTell = "All sales are of one day: there is nothing to compare." };
        var (before, after) = (new PeriodState(data, pair.Before, pair.BeforeEnd), new PeriodState(data, pair.After, pair.AfterEnd));
        if (before.Orders + after.Orders == 0)
        {
            return data.Compare is null
                ? new ExploreResult(Choice.Name) { CannotTell = "Neither of the last two comparable periods holds a sale." }
                : throw new UserException("explore.compare-empty", $"Neither stretch of '{data.Compare}' holds a sale.", $"The sales run from {SalesCalendar.DayText(data.Calendar.FirstDay)} to {SalesCalendar.DayText(data.Calendar.LastDay)}.");
        }

        var result = new ExploreResult(Choice.Name);
        Totals(result, data, before, after);
        var table = new Table(result);
        Factors(result, table, data, before, after);
        People(table, before, after);
        if (data.Compare is { } && !data.Calendar.Covers(Math.Min(before.From, after.From), Math.Max(before.To, after.To), data.Calendar.Slack)) result.Note("A period reaches beyond the sales: part of it is missing, not zero.");
        if (Math.Abs(before.Days - after.Days) > 0.1 * Math.Max(before.Days, after.Days)) result.Note($"The periods differ in length: {before.Days} and {after.Days} days.");
        return result;
    }

    private static void Totals(ExploreResult result, ExploreData data, PeriodState before, PeriodState after)
    {
        result.Text("before", "The earlier period.", PeriodPair.Show(before.From, before.To));
        result.Text("after", "The later period.", PeriodPair.Show(after.From, after.To));
        result.Amount("money_before", "Money of the earlier period.", before.Money);
        result.Amount("money_after", "Money of the later period.", after.Money);
        result.Amount("money_change", "Later less earlier.", after.Money - before.Money);
        result.Number("money_change_share", "Of the earlier money.", Rates.Share(after.Money - before.Money, before.Money));
        result.Text("method", "How the change was shared out.", "Shapley value over the factors [Sha53, AFS02], on exact totals; rounded by largest remainders so that the parts add up");
        if (!data.Known.Quantities) result.Note("No file has quantities: money per order is not taken apart into pieces and money per piece.");
    }

    private static void Factors(ExploreResult result, Table table, ExploreData data, PeriodState before, PeriodState after)
    {
        var pieces = data.Known.Quantities && before.Units >= 0 && after.Units >= 0 && (before.Units > 0 || before.Orders == 0) && (after.Units > 0 || after.Orders == 0);
        string[] names = pieces ? ["customers", "frequency", "basket", "price"] : ["customers", "frequency", "order_value"];
        string[] meanings = pieces
            ? ["customers who ordered", "orders per customer", "pieces per order", "money per piece"]
            : ["customers who ordered", "orders per customer", "money per order"];
        var (x, y) = (Values(before, pieces), Values(after, pieces));
        for (var i = 0; i < x.Length; i++)
        {
            // In a period without customers only their number is known to differ.
            if (before.Orders == 0 && i > 0) x[i] = y[i];
            if (after.Orders == 0 && i > 0) y[i] = x[i];
        }

        var change = after.Money - before.Money;
        var parts = Share(ProductParts.Shapley(x, y), in change);
        for (var i = 0; i < names.Length; i++)
        {
            table.Row("factor", names[i], meanings[i], before.Orders == 0 && i > 0 ? double.NaN : x[i], after.Orders == 0 && i > 0 ? double.NaN : y[i], in parts[i]);
            result.Amount($"{names[i]}_part", $"Part of the change that comes from {meanings[i]}.", in parts[i]);
        }
    }

    private static double[] Values(PeriodState state, bool pieces)
    {
        var value = state.Money.ToDouble();
        return pieces
            ? [state.Customers, Per(state.Orders, state.Customers), Per(state.Units, state.Orders), Per(value, state.Units)]
            : [state.Customers, Per(state.Orders, state.Customers), Per(value, state.Orders)];
    }

    private static double Per(double part, double whole) => whole == 0 ? 0 : part / whole;

    /// <summary>Parts as exact money that adds up: in cents, or finer when the change itself is.</summary>
    private static Money[] Share(double[] parts, in Money change)
    {
        var text = change.ToText();
        var decimals = text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1;
        if (decimals > MostDecimals || Math.Abs(change.ToDouble()) > 1e11) return Exactly(parts, in change);
        var unit = Math.Pow(10, decimals);
        var total = (long)Math.Round(change.ToDouble() * unit);
        for (var i = 0; i < parts.Length; i++) parts[i] *= unit;
        var rounded = ProductParts.Round(parts, total);
        var amounts = new Money[parts.Length];
        for (var i = 0; i < amounts.Length; i++) amounts[i] = Money.Of(rounded[i], decimals);
        return amounts;
    }

    /// <summary>With very fine or very large amounts the last part takes what rounding to cents leaves.</summary>
    private static Money[] Exactly(double[] parts, in Money change)
    {
        var amounts = new Money[parts.Length];
        var rest = change;
        for (var i = 0; i + 1 < parts.Length; i++)
        {
            amounts[i] = Money.Of((Int128)Math.Round(parts[i] * 100), 2);
            rest -= amounts[i];
        }

        amounts[^1] = rest;
        return amounts;
    }

    /// <summary>The same change by who the customers are; exact by itself.</summary>
    private static void People(Table table, PeriodState before, PeriodState after)
    {
        var (lost, gained, stayed, restless) = (Money.Zero, Money.Zero, Money.Zero, Money.Zero);
        var (lostCount, gainedCount, stayedCount) = (0L, 0L, 0L);
        for (var c = 0; c < before.Bought.Length; c++)
        {
            var change = after.Spent[c] - before.Spent[c];
            if (before.Bought[c] && after.Bought[c])
            {
                stayed += change;
                stayedCount++;
            }
            else if (before.Bought[c])
            {
                lost += change;
                lostCount++;
            }
            else if (after.Bought[c])
            {
                gained += change;
                gainedCount++;
            }
            else
            {
                restless += change;
            }
        }

        table.Row("who", "only_before", "ordered in the earlier one only", lostCount, 0, in lost);
        table.Row("who", "only_after", "ordered in the later one only", 0, gainedCount, in gained);
        table.Row("who", "both", "ordered in both periods", stayedCount, stayedCount, in stayed);
        if (restless.Sign != 0) table.Row("who", "neither", "returns of those of neither", double.NaN, double.NaN, in restless);
    }

    private sealed class Table(ExploreResult result)
    {
        private readonly ExploreColumn _kind = result.New("kind", "factor: the parts of the change by factor; who: the same change by customers. Each kind adds up to the change.", ExploreKind.Text);
        private readonly ExploreColumn _name = result.New("name", "The factor or the group of customers.", ExploreKind.Text);
        private readonly ExploreColumn _meaning = result.New("meaning", "What it is.", ExploreKind.Text);
        private readonly ExploreColumn _before = result.New("before", "Its value in the earlier period.", ExploreKind.Number);
        private readonly ExploreColumn _after = result.New("after", "Its value in the later period.", ExploreKind.Number);
        private readonly ExploreColumn _part = result.New("part", "Its part of the change of money.", ExploreKind.Money);

        public void Row(string kind, string name, string meaning, double before, double after, in Money part)
        {
            _kind.Add(kind);
            _name.Add(name);
            _meaning.Add(meaning);
            _before.Add(before);
            _after.Add(after);
            _part.Add(in part);
        }
    }
}
