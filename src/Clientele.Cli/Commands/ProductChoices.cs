using System.Globalization;
using Clientele.Cli.Arguments;
using Clientele.Products;

namespace Clientele.Cli.Commands;

/// <summary>The options of a look at the products. Defaults come from the plan's own record.</summary>
internal sealed class ProductChoices
{
    private static readonly ProductPlan s_plan = new();

    private readonly Setting _abc, _xyz, _period, _recent, _cover, _service, _history, _top, _nonProducts;
    private readonly PlanChoices _sales = new();

    public ProductChoices()
    {
        var group = new OptionGroup("Products");
        _abc = group.Value("--abc", "A,B", $"Shares of the money that A products bring, and A and B together [{Text(s_plan.A)},{Text(s_plan.B)}].");
        _xyz = group.Value("--xyz", "X,Y", $"Variation of demand (standard deviation ÷ mean) up to which it is X, and Y [{Text(s_plan.X)},{Text(s_plan.Y)}].");
        _period = group.Value("--period", "DAYS", $"Period in which demand is measured [{s_plan.PeriodDays}].");
        _recent = group.Value("--recent", "DAYS", $"Days that count as lately in the life of a product [{s_plan.RecentDays}].");
        _cover = group.Value("--cover", "WEEKS", $"Weeks that stock should last [{s_plan.CoverWeeks}].");
        _service = group.Value("--service", "SHARE", $"How surely it should last [{Text(s_plan.Service)}].");
        _history = group.Value("--history", "WEEKS", $"Weeks that expected demand is taken from [{s_plan.HistoryWeeks}].");
        _top = group.Value("--top", "N", $"Rows of a table on the page [{s_plan.Top}].");
        _nonProducts = group.Flag("--non-products", "Counts postage, fees, vouchers and the like as products.");
        Groups = [group, .. _sales.Groups];
    }

    public IReadOnlyList<OptionGroup> Groups { get; }

    public ProductPlan Read(Invocation invocation)
    {
        var (a, b) = invocation[_abc] is { } abc ? Pair("--abc", abc, 1) : (s_plan.A, s_plan.B);
        var (x, y) = invocation[_xyz] is { } xyz ? Pair("--xyz", xyz, 100) : (s_plan.X, s_plan.Y);
        var service = invocation[_service] is { } share ? Values.Share("--service", share) : s_plan.Service;
        if (service is not (> 0.5 and < 1)) throw Problems.Value("--service", invocation[_service]!, "It takes a share above 0.5 and below 1, like 95%.");
        return new ProductPlan
        {
            Sales = _sales.Read(invocation),
            A = a,
            B = b,
            X = x,
            Y = y,
            PeriodDays = Whole(invocation, _period, 1, 366, s_plan.PeriodDays),
            RecentDays = Whole(invocation, _recent, 1, 3660, s_plan.RecentDays),
            CoverWeeks = Whole(invocation, _cover, 1, 52, s_plan.CoverWeeks),
            Service = service,
            HistoryWeeks = Whole(invocation, _history, ProductPlan.LeastHistory, 520, s_plan.HistoryWeeks),
            Top = Whole(invocation, _top, 1, 1000, s_plan.Top),
            NonProducts = invocation.Has(_nonProducts),
        };
    }

    private static int Whole(Invocation invocation, Setting setting, int least, int most, int otherwise) =>
        invocation[setting] is { } text ? Values.Integer(setting.Name, text, least, most) : otherwise;

    private static (double, double) Pair(string option, string text, double most)
    {
        var words = Values.List(option, text);
        return words.Count == 2 && Number(words[0], out var low) && Number(words[1], out var high) && low > 0 && low < high && high <= most
            ? (low, high)
            : throw Problems.Value(option, text, $"It takes two rising numbers above 0 and up to {Text(most)}, like {(most > 1 ? "0.5,1" : "0.8,0.95")}.");
    }

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
