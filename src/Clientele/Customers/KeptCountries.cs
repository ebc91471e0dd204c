using Clientele.Customers.Folding;

namespace Clientele.Customers;

/// <summary>Distinct countries among kept lines.</summary>
internal static class KeptCountries
{
    public static int Count(FoldedCustomers customers)
    {
        var seen = new bool[customers.Texts.Countries.Count];
        var rows = customers.Rows();
        for (var i = 0; i < customers.Count; i++)
        {
            if (customers[i].Country >= 0) seen[customers[i].Country] = true;
        }

        for (var p = 0; p < rows.Length; p++)
        {
            var tally = customers.Partitions[p].Countries;
            for (var i = 0; i < tally.Count; i++)
            {
                var key = tally.Entries[i].Key;
                if (rows[p][FacetTally.CustomerOf(key)] >= 0) seen[FacetTally.ValueOf(key)] = true;
            }
        }

        var count = 0;
        foreach (var kept in seen) count += kept ? 1 : 0;
        return count;
    }
}
