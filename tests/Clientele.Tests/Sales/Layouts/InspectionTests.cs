using Clientele.Sales;
using Clientele.Sales.Layouts;

namespace Clientele.Tests.Sales.Layouts;

public sealed class InspectionTests
{
    [Fact]
    public void Shows_columns_roles_examples_and_first_rows()
    {
        var view = View("german.csv");
        Assert.Equal("semicolon", view.Delimiter);
        Assert.Equal(["customer", "invoice", "product", "description", "quantity", "price", "date", "country"], view.Columns.Select(c => c.Role));
        Assert.Equal(["Teekanne", "Löffel", "Schüssel, groß"], view.Columns[3].Examples);
        Assert.Equal("date", view.Columns[6].Type);
        Assert.Equal(MoneySource.QuantityTimesPrice, view.Money);
        var first = view.Rows[0];
        Assert.Equal((2, "00412", "B-1", "A100", "1", "1234.50", new DateTime(2024, 2, 28), null), (first.Line, first.Customer, first.Invoice, first.Product, first.Quantity, first.Money, first.Date, first.Trouble));
        Assert.Equal("47.40", view.Rows[1].Money);
    }

    [Fact]
    public void Shows_lines_that_cannot_be_read()
    {
        const string Text = "customer,date,amount\nC1,2024-01-05,10.00\nC2,2024-01-32,20.00\nC1,2024-02-01\nC1,2024-02-01,free\nC1,2024-02-03,1.00\n";
        var view = Inspection.Of(Samples.Understand(Text), Samples.Of(Text));
        Assert.Equal([null, "the date \"2024-01-32\" cannot be read", "2 fields instead of 3", "the amount \"free\" cannot be read", null], view.Rows.Select(r => r.Trouble));
        Assert.Equal([2, 3, 4, 5, 6], view.Rows.Select(r => r.Line));
    }

    [Fact]
    public void Shows_float_ids_as_they_will_be_read()
    {
        const string Text = "customer,date,amount\n17850.0,2024-01-05,10.00\n17851.0,2024-01-06,20.00\n17850.0,2024-01-06,20.00\n";
        Assert.Equal("17850", Inspection.Of(Samples.Understand(Text), Samples.Of(Text)).Rows[0].Customer);
    }

    [Theory]
    [InlineData("plain.csv", "customer=CustomerID invoice=InvoiceNo product=StockCode description=Description quantity=Quantity price=UnitPrice date=InvoiceDate country=Country")]
    [InlineData("german.csv", "customer=Kunden-Nr. invoice=Belegnummer product=Artikelnr. description=Bezeichnung quantity=Menge price=Einzelpreis date=Rechnungsdatum country=Land")]
    [InlineData("report-with-title.csv", "customer=Customer amount=Amount date=Order date store=Branch")]
    [InlineData("no-header.txt", "customer=column 1 quantity=column 3 amount=column 4 date=column 2")]
    [InlineData("line-total-after-discount.csv", "customer=customer_id invoice=order_id product=sku quantity=quantity price=unit_price amount=total_amount date=order_date")]
    [InlineData("day-or-month.csv", "customer=customer amount=amount date=date")]
    [InlineData("thousand-or-decimal.csv", "customer=customer amount=amount date=date")]
    public void The_samples_are_understood(string name, string roles)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Samples.Root(), "samples", name));
        Assert.Equal(roles, Samples.Roles(LayoutReader.Understand(name, Samples.Of(bytes), ReadOptions.Default)));
    }

    [Theory]
    [InlineData("net-and-gross.csv", "sales.choose-column")]
    [InlineData("customer-table.csv", "sales.customer-table")]
    [InlineData("two-currencies.csv", "sales.several-currencies")]
    public void The_samples_of_trouble_are_refused(string name, string code)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Samples.Root(), "samples", name));
        Assert.Equal(code, Assert.Throws<UserException>(() => LayoutReader.Understand(name, Samples.Of(bytes), ReadOptions.Default)).Code);
    }

    [Theory]
    [InlineData("day-or-month.csv", "sales.date-order")]
    [InlineData("thousand-or-decimal.csv", "sales.decimal-mark")]
    public void The_samples_that_prove_nothing_are_refused_after_the_pass(string name, string code)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Samples.Root(), "samples", name));
        var layout = LayoutReader.Understand(name, Samples.Of(bytes), ReadOptions.Default);
        Assert.Equal(code, Assert.Throws<UserException>(() => LayoutCheck.After(layout, Samples.Pass(layout, bytes), ReadOptions.Default)).Code);
    }

    private static InspectView View(string name)
    {
        var sample = Samples.Of(File.ReadAllBytes(Path.Combine(Samples.Root(), "samples", name)));
        return Inspection.Of(LayoutReader.Understand(name, sample, ReadOptions.Default), sample);
    }
}
