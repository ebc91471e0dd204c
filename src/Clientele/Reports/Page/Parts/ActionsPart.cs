using Clientele.Actions;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Parts;

/// <summary>What to do next, under <c>actions</c>, with the customers that each action reaches as bits over the rows of <c>customers</c>.</summary>
internal sealed class ActionsPart(ActionList list) : IReportPart
{
    private const int MostProducts = 12;

    public void Write(JsonText json)
    {
        json.Object("actions").Integer("horizonDays", list.Plan.HorizonDays).Number("margin", list.Plan.Margin).Number("contactCost", list.Plan.ContactCost).Texts("notes", list.Notes);
        Actions(json, "list", list.Actions, true);
        Actions(json, "left", list.Left, false);
        json.EndObject();
    }

    private void Actions(JsonText json, string name, IReadOnlyList<ShopAction> actions, bool members)
    {
        json.List(name);
        foreach (var action in actions)
        {
            json.Object().Text("play", action.Play).Text("title", action.Title).Text("who", action.Who).Texts("why", action.Why).Texts("assumptions", action.Assumptions).Integer("customers", action.Audience.Count);
            Range(json, "gain", action.Gain);
            Range(json, "sales", action.Revenue);
            json.Number("cost", Round.Cents(action.Cost)).Number("response", action.Response).Number("breakEven", Round.Digits(action.BreakEven))
                .Text("sureness", action.Sureness switch { Sureness.High => "high", Sureness.Medium => "medium", _ => "low" }).Text("sureBecause", action.SureBecause)
                .Number("overlap", Round.Digits(action.Overlap)).Integer("controlGroup", action.ControlGroup)
                .Texts("products", [.. action.Products.Take(MostProducts).Select(list.Sales.Products.Show)]).Integer("productCount", action.Products.Count);
            if (members && action.Audience.Count > 0 && list.Sales.Customers.Count <= CustomersJson.MostRows) json.Base64("members", Bits(action.Audience));
            json.EndObject();
        }

        json.EndList();
    }

    private byte[] Bits(IReadOnlyList<int> audience)
    {
        var bits = new byte[(list.Sales.Customers.Count + 7) / 8];
        foreach (var customer in audience) bits[customer >> 3] |= (byte)(1 << (customer & 7));
        return bits;
    }

    private static void Range(JsonText json, string name, MoneyRange range) =>
        json.Object(name).Number("expected", Round.Cents(range.Expected)).Number("low", Round.Cents(range.Low)).Number("high", Round.Cents(range.High)).EndObject();
}
