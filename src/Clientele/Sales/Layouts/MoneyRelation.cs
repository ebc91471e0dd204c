namespace Clientele.Sales.Layouts;

/// <summary>Compares an amount column with quantity × price, to know whether it is the money of the line.</summary>
internal static class MoneyRelation
{
    /// <summary>Lines needed before the sample says anything.</summary>
    private const int Enough = 5;

    /// <summary>Decides between amount and quantity × price; may take the role of the amount away.</summary>
    public static void Decide(SampleColumns columns, RoleFinder finder, NumberNotation notation)
    {
        var roles = finder.Roles;
        if (!roles.TryGetValue(Role.Amount, out var amount)) return;
        var repeats = Repeats(columns, roles, notation);
        if (!roles.TryGetValue(Role.Price, out var price) || !roles.TryGetValue(Role.Quantity, out var quantity))
        {
            if (repeats && !finder.Asked(Role.Amount)) throw LayoutProblems.OrderTotal(columns, amount);
            return;
        }

        int lines = 0, equal = 0, below = 0, likePrice = 0, several = 0;
        for (var i = columns.Header.FirstData; i < columns.Table.Count; i++)
        {
            if (!columns.IsData(i)) continue;
            if (!Number(columns, i, amount, notation, out var a) || !Number(columns, i, price, notation, out var p) || !Number(columns, i, quantity, notation, out var q)) continue;
            lines++;
            var product = p * q;
            if (Close(a, product)) equal++;
            else if (Math.Abs(a) < Math.Abs(product)) below++;
            if (q is >= -1 and <= 1) continue;
            several++;
            if (Close(a, p)) likePrice++;
        }

        if (lines < Enough) return;
        var name = columns.Name(amount);
        if (finder.Asked(Role.Amount))
        {
            finder.Say(Role.Amount, name, $"it equals quantity × price in {equal} of {lines} sampled lines");
        }
        else if (several >= Enough && likePrice * 10 >= several * 9)
        {
            throw LayoutProblems.AmountIsPrice(columns, amount, price);
        }
        else if (equal * 10 < lines * 9 && repeats)
        {
            roles[Role.Amount] = -1;
            finder.Say(Role.Amount, "none", $"{name} holds the same value in every line of an invoice and is not quantity × price: it is the total of the order, so a line counts quantity × price");
        }
        else
        {
            finder.Say(Role.Amount, name, equal == lines
                ? $"it equals quantity × price in all {lines} sampled lines and counts as the money of the line"
                : $"it equals quantity × price in {equal} of {lines} sampled lines and is smaller in {below} (as after a discount): what was paid counts as the money of the line");
        }
    }

    /// <summary>In every invoice of several lines the amount stands the same in each, in enough invoices to exclude chance.</summary>
    private static bool Repeats(SampleColumns columns, RoleMap roles, NumberNotation notation)
    {
        if (!roles.TryGetValue(Role.Invoice, out var invoice)) return false;
        var amount = roles[Role.Amount];
        int invoices = 0, lines = 0, last = -1;
        double value = 0;
        for (var i = columns.Header.FirstData; i < columns.Table.Count; i++)
        {
            if (!columns.IsData(i) || !Number(columns, i, amount, notation, out var a)) continue;
            var id = columns.Table.Cell(i, invoice);
            if (last >= 0 && id.Length > 0 && id.SequenceEqual(columns.Table.Cell(last, invoice)))
            {
                if (!a.Equals(value)) return false;
                lines++;
                if (lines == 1) invoices++;
            }
            else
            {
                lines = 0;
            }

            (last, value) = (i, a);
        }

        return invoices >= Enough;
    }

    private static bool Number(SampleColumns columns, int record, int column, NumberNotation notation, out double value) =>
        NumberParser.TryEstimate(columns.Table.Cell(record, column), notation, out value);

    /// <summary>Equal but for rounding to cents or to single precision.</summary>
    private static bool Close(double a, double b) => Math.Abs(a - b) <= Math.Max(0.0051, Math.Abs(b) * 1e-6);
}
