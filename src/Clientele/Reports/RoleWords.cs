using Clientele.Sales;

namespace Clientele.Reports;

/// <summary>The roles as they are written in files and options: <c>customer</c>, <c>price</c>.</summary>
public static class RoleWords
{
    /// <summary>In the order of <see cref="Role"/>.</summary>
    private static readonly string[] s_words =
    [
        "customer", "invoice", "product", "description", "quantity", "price", "amount",
        "date", "time", "country", "store", "category", "status", "currency",
    ];

    public static int Count => s_words.Length;

    public static string Word(this Role role) => s_words[(int)role];

    /// <summary>The role of that word, or null.</summary>
    public static Role? Parse(string word) => Array.IndexOf(s_words, word) is var at && at >= 0 ? (Role)at : null;
}
