using Clientele.Reports.Writing;

namespace Clientele.Actions.Files;

/// <summary>Customers with what to do for them.</summary>
internal static class CustomersCsv
{
    /// <summary>The best action for each customer that stands in any list; customers without one are left out.</summary>
    public static void Write(ActionList list, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("customer,segment,rank,play,action,expected_gain\n"u8);
        var map = list.Segments.Map!;
        for (var customer = 0; customer < list.BestFor.Length; customer++)
        {
            if (list.BestFor[customer] is not (>= 0 and var best)) continue;
            var action = list.Actions[best];
            text.Cell(list.Sales.Customers.Ids[customer]);
            text.Byte((byte)',');
            text.Cell(map.Segments[map.Labels[customer]].Name);
            text.Byte((byte)',');
            text.Integer(best + 1);
            text.Byte((byte)',');
            text.Cell(action.Play);
            text.Byte((byte)',');
            text.Cell(action.Title);
            text.Byte((byte)',');
            text.Text(ActionsCsv.Cents(action.Gain.Expected / action.Audience.Count));
            text.Byte((byte)'\n');
            if (text.Length > 1 << 16) text.FlushTo(output);
        }

        text.FlushTo(output);
    }

    /// <summary>Everybody in one list, with the figures that a letter may need.</summary>
    public static void WriteAudience(ActionList list, ShopAction action, Stream output)
    {
        var (text, map, customers) = (new Utf8Text(), list.Segments.Map!, list.Sales.Customers);
        var (recency, frequency, monetary) = (customers["recency"].Numbers, customers["frequency"].Numbers, customers["monetary"].Amounts);
        text.Bytes("customer,segment,recency,frequency,monetary\n"u8);
        foreach (var customer in action.Audience)
        {
            text.Cell(customers.Ids[customer]);
            text.Byte((byte)',');
            text.Cell(map.Segments[map.Labels[customer]].Name);
            text.Byte((byte)',');
            text.Integer((long)recency[customer]);
            text.Byte((byte)',');
            text.Integer((long)frequency[customer]);
            text.Byte((byte)',');
            text.Money(monetary[customer]);
            text.Byte((byte)'\n');
            if (text.Length > 1 << 16) text.FlushTo(output);
        }

        text.FlushTo(output);
    }
}
