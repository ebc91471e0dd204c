using System.Buffers.Binary;
using Clientele.Customers;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page;

/// <summary>The customers of the report page, column by column: one row each, or one row per group of like customers when there are many.</summary>
internal static class CustomersJson
{
    /// <summary>Up to so many customers each has a row of its own.</summary>
    public const int MostRows = 20_000;

    public static void Write(JsonText json, CustomerTable customers, List<Dimension> dimensions, bool showIds)
    {
        var amounts = customers.Has("monetary") && customers["monetary"].Kind == ColumnKind.Money ? customers["monetary"].Amounts : new Money[customers.Count];
        var cells = customers.Count > MostRows ? Cells.Of(dimensions, amounts) : null;
        json.Object("customers").Integer("count", customers.Count).Integer("rows", cells?.Counts.Length ?? customers.Count).Flag("aggregated", cells is not null);
        json.List("dimensions");
        foreach (var dimension in cells?.Dimensions ?? dimensions) dimension.Write(json);
        json.EndList();
        MoneyLimbs.Write(json, "money", cells?.Amounts ?? amounts);
        if (cells is not null) json.Base64("counts", Bytes(cells.Counts));
        else Rows(json, customers, showIds);
        json.EndObject();
    }

    private static void Rows(JsonText json, CustomerTable customers, bool showIds)
    {
        if (showIds) json.Texts("ids", customers.Ids);
        json.List("measures");
        foreach (var column in customers.Columns)
        {
            if (column.Kind == ColumnKind.Number) Measure(json, column);
        }

        json.EndList();
    }

    /// <summary>Whole numbers in 16 or 32 bits, others as 32-bit floats: enough to draw and to sort by; segments.csv has every digit.</summary>
    private static void Measure(JsonText json, CustomerColumn column)
    {
        var (whole, most) = (true, 0.0);
        foreach (var value in column.Numbers)
        {
            whole &= value >= 0 && value == Math.Floor(value);
            most = Math.Max(most, value);
        }

        var wide = !whole || most > ushort.MaxValue ? 4 : 2;
        whole &= most <= int.MaxValue;
        var bytes = new byte[column.Numbers.Length * wide];
        for (var i = 0; i < column.Numbers.Length; i++)
        {
            var cell = new Span<byte>(bytes, i * wide, wide);
            if (!whole) BinaryPrimitives.WriteSingleLittleEndian(cell, (float)column.Numbers[i]);
            else if (wide == 4) BinaryPrimitives.WriteInt32LittleEndian(cell, (int)column.Numbers[i]);
            else BinaryPrimitives.WriteUInt16LittleEndian(cell, (ushort)column.Numbers[i]);
        }

        json.Object().Text("key", column.Name).Text("unit", column.Unit).Text("type", !whole ? "f32" : wide == 4 ? "i32" : "u16")
            .Base64("values", bytes).EndObject();
    }

    private static byte[] Bytes(int[] values)
    {
        var bytes = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(new Span<byte>(bytes, i * 4, 4), values[i]);
        return bytes;
    }
}
