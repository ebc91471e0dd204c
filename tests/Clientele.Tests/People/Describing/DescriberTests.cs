using System.Text;
using Clientele.People;
using Clientele.People.Describing;
using Clientele.Tests.Numerics.Statistics;

namespace Clientele.Tests.People.Describing;

/// <summary>The marketing table from the file to the figures of 'clientele describe', against pandas and scipy.</summary>
public sealed class DescriberTests
{
    private static readonly DescribeReport s_report = Describer.Of(
        new PeoplePlan { Input = "-", Derive = [PeoplePlan.NoDerived] }, new RunContext { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(Segments.Tables.Shared("marketing_data.csv.gz"))) });

    private static readonly string[] s_columns = [.. Expected.Of("marketing", "columns").EnumerateArray().Select(e => e.GetString()!)];

    [Fact]
    public void Every_number_column_is_as_pandas_and_scipy_have_it()
    {
        for (var q = 1; q < s_columns.Length; q++)
        {
            var (expected, v) = (Expected.Of("marketing", "described")[q], s_report.Numbers.Single(n => n.Column.Name == s_columns[q]).Values);
            foreach (var (name, value) in ((string, double)[])[
                ("count", v.Count), ("missing", v.Missing), ("distinct", v.Distinct), ("mean", v.Mean), ("median", v.Median), ("mode", v.Mode), ("sd", v.Sd), ("min", v.Min), ("max", v.Max),
                ("q1", v.Q1), ("q3", v.Q3), ("scipySkewness", v.Skewness), ("scipyKurtosis", v.ExcessKurtosis)]) Expected.Close(expected.GetProperty(name).GetDouble(), value);
            Assert.Equal(expected.GetProperty("histogram").EnumerateArray().Select(e => e.GetInt32()), v.Histogram.Counts);
        }
    }

    [Fact]
    public void A_year_of_birth_is_described_as_an_age()
    {
        var (born, age) = (Expected.Of("marketing", "described")[0], s_report.Numbers.Single(n => n.Column.Name == "Age").Values);
        Expected.Close(2014 - born.GetProperty("mean").GetDouble(), age.Mean);
        Expected.Close(born.GetProperty("sd").GetDouble(), age.Sd);
        Expected.Close(-born.GetProperty("scipySkewness").GetDouble(), age.Skewness);
        Expected.Close(2014 - born.GetProperty("q3").GetDouble(), age.Q1);
    }

    [Fact]
    public void Every_pair_is_as_pandas_and_scipy_have_it()
    {
        var (pearson, spearman) = (Expected.Numbers("marketing", "pearson"), Expected.Numbers("marketing", "spearman"));
        for (var a = 1; a < s_columns.Length; a++)
        {
            for (var b = a + 1; b < s_columns.Length; b++)
            {
                var relation = Between(s_columns[a], s_columns[b]);
                Expected.Close(pearson[(a * s_columns.Length) + b], relation.Pearson);
                Expected.Close(spearman[(a * s_columns.Length) + b], relation.Spearman);
            }
        }

        Expected.Close(Expected.Of("marketing", "corrected").GetDouble(), Between("Education", "Marital_Status").CramersV);
        Expected.Close(Math.Sqrt(Expected.Of("marketing", "incomeByEducation").GetDouble()), Between("Income", "Education").Eta);
    }

    private static Relation Between(string a, string b) => s_report.Relations.Single(r => (r.A == a && r.B == b) || (r.A == b && r.B == a));
}
