using System.Globalization;
using Clientele.Baskets;
using Clientele.Cli.Arguments;

namespace Clientele.Cli.Commands;

/// <summary>The options of a look into the baskets. Defaults come from the plan's own record.</summary>
internal sealed class BasketChoices
{
    private static readonly BasketPlan s_plan = new();

    private readonly Setting _level, _support, _least, _confidence, _lift, _size, _error, _next, _top, _nonProducts;
    private readonly PlanChoices _sales = new();

    public BasketChoices()
    {
        var group = new OptionGroup("Baskets");
        _level = group.Value("--level", "LEVEL", $"product or category [{s_plan.Level}].");
        _support = group.Value("--support", "SHARE", $"Share of the orders that must hold a set [{Text(s_plan.Support)}].");
        _least = group.Value("--least-orders", "N", $"Orders that must hold it whatever the share [{s_plan.LeastOrders}].");
        _confidence = group.Value("--confidence", "SHARE", $"Share of the orders with the left side of a rule that hold the right side, at least [{Text(s_plan.Confidence)}].");
        _lift = group.Value("--lift", "X", $"Times as often as by chance, at least [{Text(s_plan.Lift)}].");
        _size = group.Value("--size", "N", $"Items in the largest set [{s_plan.Size}].");
        _error = group.Value("--error", "SHARE", $"Chance of even one false rule among the proved ones [{Text(s_plan.Error)}].");
        _next = group.Value("--next", "N", $"Next products per customer [{s_plan.Next}].");
        _top = group.Value("--top", "N", $"Rows of a table on the page [{s_plan.Top}].");
        _nonProducts = group.Flag("--non-products", "Counts postage, fees, vouchers and the like as products.");
        Groups = [group, .. _sales.Groups];
    }

    public IReadOnlyList<OptionGroup> Groups { get; }

    public BasketPlan Read(Invocation invocation)
    {
        var support = Share(invocation, _support, s_plan.Support);
        if (support <= 0) throw Problems.Value("--support", invocation[_support]!, "It takes a share above 0, like 0.01 or 1%.");
        return new BasketPlan
        {
            Sales = _sales.Read(invocation),
            Level = invocation[_level] is { } level ? Values.Word("--level", level, BasketPlan.Product, BasketPlan.Category) : s_plan.Level,
            Support = support,
            LeastOrders = Whole(invocation, _least, 1, int.MaxValue, s_plan.LeastOrders),
            Confidence = Share(invocation, _confidence, s_plan.Confidence),
            Lift = invocation[_lift] is not { } lift ? s_plan.Lift
                : double.TryParse(lift, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var times) && times <= 1e9 ? times
                : throw Problems.Value("--lift", lift, "It takes a number like 2 or 1.5."),
            Size = Whole(invocation, _size, 1, 10, s_plan.Size),
            Error = Share(invocation, _error, s_plan.Error),
            Next = Whole(invocation, _next, 0, 100, s_plan.Next),
            Top = Whole(invocation, _top, 1, 1000, s_plan.Top),
            NonProducts = invocation.Has(_nonProducts),
        };
    }

    private static int Whole(Invocation invocation, Setting setting, int least, int most, int otherwise) =>
        invocation[setting] is { } text ? Values.Integer(setting.Name, text, least, most) : otherwise;

    private static double Share(Invocation invocation, Setting setting, double otherwise) =>
        invocation[setting] is { } text ? Values.Share(setting.Name, text) : otherwise;

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
