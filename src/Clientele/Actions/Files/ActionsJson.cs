using Clientele.Reports.Writing;

namespace Clientele.Actions.Files;

/// <summary>Everything that was found, as actions.json and behind <c>--json</c>. Customers are counted, not named.</summary>
public static class ActionsJson
{
    private const int MostProducts = 50;

    /// <summary>One JSON object in UTF-8, with a line end.</summary>
    public static byte[] Of(ActionList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("horizonDays", list.Plan.HorizonDays).Number("margin", list.Plan.Margin).Number("contactCost", list.Plan.ContactCost);
        json.Integer("customers", list.Sales.Customers.Count).Money("money", list.Sales.Sold.Total());
        Actions(json, "actions", list, list.Actions);
        Actions(json, "left", list, list.Left);
        json.Texts("notes", list.Notes).EndObject();
        return text.Written.ToArray();
    }

    private static void Actions(JsonText json, string name, ActionList list, IReadOnlyList<ShopAction> actions)
    {
        json.List(name);
        foreach (var action in actions)
        {
            json.Object().Text("play", action.Play).Text("title", action.Title).Text("who", action.Who).Texts("why", action.Why).Texts("assumptions", action.Assumptions);
            json.Integer("customers", action.Audience.Count);
            Range(json, "gain", action.Gain);
            Range(json, "sales", action.Revenue);
            json.Number("cost", Cents(action.Cost)).Number("response", action.Response).Number("breakEvenResponse", action.BreakEven);
            json.Text("sureness", action.Sureness.ToString().ToLowerInvariant()).Text("sureBecause", action.SureBecause);
            json.Number("overlap", action.Overlap).Integer("controlGroup", action.ControlGroup).Integer("productCount", action.Products.Count).List("products");
            foreach (var product in action.Products.Take(MostProducts))
                json.Object().Text("product", list.Sales.Products.Codes[product]).Text("description", list.Sales.Products.Descriptions[product]).EndObject();
            json.EndList().EndObject();
        }

        json.EndList();
    }

    private static void Range(JsonText json, string name, MoneyRange range) =>
        json.Object(name).Number("expected", Cents(range.Expected)).Number("low", Cents(range.Low)).Number("high", Cents(range.High)).EndObject();

    private static double Cents(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
