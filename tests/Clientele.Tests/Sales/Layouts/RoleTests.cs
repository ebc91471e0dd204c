using System.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;

namespace Clientele.Tests.Sales.Layouts;

public sealed class RoleTests
{
    /// <summary>Headers as shops export them, with cells that fit: customer, invoice, product, description, quantity, price, date, country.</summary>
    [Theory]
    [InlineData("CUSTOMER ID,Order Number,SKU,Product Name,Qty,Unit Price,Order Date,Country")]
    [InlineData("customer_id,invoice_no,product_id,product_description,units,price,purchase_date,country_name")]
    [InlineData("Client No.,Receipt #,Item Code,Item Name,Pieces,Price Each ($),Timestamp,Ship Country")]
    [InlineData("Kunden-Nr.,Belegnummer,Artikelnr.,Artikelbezeichnung,Menge,Stückpreis,Rechnungsdatum,Land")]
    [InlineData("Kd-Nr.,Re-Nr.,Art.-Nr.,Bezeichnung,Menge,Einzelpreis €,Belegdatum,Land")]
    [InlineData("KdNr,RgNr,ArtNr,Artikeltext,Anzahl,VK-Preis,Datum,Land")]
    [InlineData("Code cli.,N° fact.,Réf. art.,Libellé,Qté,P.U. HT,Date facture,Pays")]
    [InlineData("Acct #,Inv #,Item #,Description,Qty,Unit Price,Inv Date,Country")]
    [InlineData("KUNDENNUMMER,RECHNUNGSNR,ARTIKEL-NR,BEZEICHNUNG,STÜCKZAHL,PREIS,KAUFDATUM,LAND")]
    [InlineData("N° client,N° facture,Référence produit,Désignation,Quantité,Prix unitaire,Date de commande,Pays")]
    [InlineData("ID Cliente,Número de pedido,Código de producto,Descripción,Cantidad,Precio unitario,Fecha de compra,País")]
    [InlineData("Codice cliente,Numero ordine,Codice articolo,Descrizione,Quantità,Prezzo unitario,Data vendita,Paese")]
    [InlineData("Klantnummer,Factuurnummer,Artikelnummer,Omschrijving,Aantal,Stukprijs,Besteldatum,Land")]
    [InlineData("Código do cliente,Número do pedido,Código do produto,Descrição,Quantidade,Preço unitário,Data da venda,País")]
    [InlineData("ID klienta,Nr zamówienia,Kod produktu,Nazwa produktu,Ilość,Cena jednostkowa,Data zamówienia,Kraj")]
    [InlineData("Kundnummer,Ordernummer,Artikelnummer,Benämning,Antal,Pris,Orderdatum,Land")]
    [InlineData("客户编号,订单编号,商品编号,商品名称,数量,单价,订单日期,国家")]
    [InlineData("رقم العميل,رقم الفاتورة,رقم المنتج,اسم المنتج,الكمية,سعر الوحدة,التاريخ,الدولة")]
    [InlineData("Код клиента,Номер заказа,Код товара,Наименование,Количество,Цена,Дата заказа,Страна")]
    public void Names_are_known_in_many_languages(string header)
    {
        var layout = Samples.Understand(header + "\nC17,9001,K10,mug,2,7.50,2024-03-01,IE\nC18,9002,K10,mug,1,7.50,2024-03-02,IE\nC17,9003,K11,cup,3,2.50,2024-03-04,FR\n");
        Role[] expected = [Role.Customer, Role.Invoice, Role.Product, Role.Description, Role.Quantity, Role.Price, Role.Date, Role.Country];
        Assert.Equal(string.Join(' ', expected.Select((r, i) => $"{r}:{i}")), string.Join(' ', expected.Select(r => $"{r}:{layout[r]}")));
    }

    [Theory]
    [InlineData("Umsatz")]
    [InlineData("TotalAmount")]
    [InlineData("Sales")]
    [InlineData("Line Total")]
    [InlineData("Sales Amount (USD)")]
    [InlineData("Montant TTC")]
    [InlineData("Importe")]
    [InlineData("Importo totale")]
    [InlineData("Bedrag")]
    [InlineData("Valor total")]
    [InlineData("Kwota")]
    [InlineData("Belopp")]
    [InlineData("金额")]
    [InlineData("المبلغ")]
    [InlineData("Сумма")]
    [InlineData("dollar_value")]
    public void Amounts_are_line_money(string name) =>
        Assert.Equal(MoneySource.Amount, Samples.Understand($"customer,date,{name}\nC1,2024-01-05,10.00\nC2,2024-01-06,20.00\nC1,2024-01-07,20.00\n").Money);

    [Theory]
    [InlineData("Tax Amount")]
    [InlineData("Discount")]
    [InlineData("Total Cost")]
    [InlineData("Freight Value")]
    [InlineData("Profit")]
    public void Other_money_is_not_taken(string name) =>
        Assert.Equal(MoneySource.None, Samples.Understand($"customer,invoice,date,{name}\nC1,9,2024-01-05,10.00\nC2,10,2024-01-06,20.00\nC1,11,2024-01-07,20.00\n").Money);

    [Theory]
    [InlineData("net,gross")]
    [InlineData("Nettobetrag,Bruttobetrag")]
    [InlineData("Montant HT,Montant TTC")]
    public void Two_that_fit_equally_are_a_choice(string names)
    {
        var text = $"customer,date,{names}\nC1,2024-01-05,10.00,11.90\nC2,2024-01-06,20.00,23.80\nC1,2024-01-07,20.00,23.80\n";
        var error = Samples.Refuse(text);
        Assert.Equal("sales.choose-column", error.Code);
        var first = names.Split(',')[0];
        Assert.Contains("--amount " + (first.Contains(' ', StringComparison.Ordinal) ? $"\"{first}\"" : first), error.Fix, StringComparison.Ordinal);
        Assert.Equal(3, Samples.Understand(text, Samples.Columns((Role.Amount, names.Split(',')[1])))[Role.Amount]);
    }

    [Fact]
    public void Two_customers_that_are_one_are_no_choice()
    {
        Assert.Equal(0, Samples.Understand("customer_id,client_id,date,amount\nC1,77,2024-01-05,10.00\nC2,78,2024-01-06,20.00\nC1,77,2024-01-07,20.00\n")[Role.Customer]);
        Assert.Equal("sales.choose-column", Samples.Refuse("customer_id,client_id,date,amount\nC1,77,2024-01-05,10.00\nC2,77,2024-01-06,20.00\nC1,77,2024-01-07,20.00\n").Code);
    }

    [Fact]
    public void Ids_win_over_names_and_other_dates_are_left_alone()
    {
        var layout = Samples.Understand("Customer Name,Customer ID,Order Date,Ship Date,Sales\nAnn,C1,2024-01-05,2024-01-08,10.00\nBob,C2,2024-01-06,2024-01-08,20.00\nAnn,C1,2024-01-07,2024-01-08,20.00\n");
        Assert.Equal("customer=Customer ID amount=Sales date=Order Date", Samples.Roles(layout));
    }

    [Fact]
    public void A_date_and_its_time_in_two_columns()
    {
        var layout = Samples.Understand("customer,date,time,amount\nC1,2024-01-05,08:10,10.00\nC2,2024-01-06,09:20:05,20.00\nC1,2024-01-07,1:05 PM,20.00\n");
        Assert.Equal("customer=customer amount=amount date=date time=time", Samples.Roles(layout));
    }

    [Fact]
    public void The_description_stands_in_for_the_product()
    {
        var layout = Samples.Understand("customer,date,product name,amount\nC1,2024-01-05,mug,10.00\nC2,2024-01-06,mug,20.00\nC1,2024-01-07,cup,20.00\n");
        Assert.Equal("customer=customer product=product name amount=amount date=date", Samples.Roles(layout));
    }

    [Theory]
    [InlineData("thing,date,amount", "customer")]
    [InlineData("customer,thing,amount", "date")]
    public void What_is_needed_and_missing_is_named_with_what_was_found(string header, string role)
    {
        var error = Samples.Refuse(header + "\nx y,hello,10.00\nz y,hello,20.00\nx y,hello,20.00\n".Replace("hello", role == "customer" ? "2024-01-05" : "hello", StringComparison.Ordinal));
        Assert.Equal("sales.missing-column", error.Code);
        Assert.Contains("thing", error.What, StringComparison.Ordinal);
        Assert.Contains("--" + role, error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_but_not_needed_is_said()
    {
        var layout = Samples.Understand("customer,date\nC1,2024-01-05\nC2,2024-01-06\nC1,2024-01-09\n");
        foreach (var subject in new[] { "invoice", "price", "quantity", "product" }) Assert.Equal("none", Samples.Decision(layout, subject).Value);
        Assert.Equal(MoneySource.None, layout.Money);
    }

    [Fact]
    public void Options_name_columns_by_name_folded_name_or_number()
    {
        const string Text = "who,when,how much,2\nC1,2024-01-05,10.00,7\nC2,2024-01-06,20.00,7\nC1,2024-01-07,20.00,7\n";
        foreach (var name in new[] { "how much", "HOW MUCH", "How_Much", "3" }) Assert.Equal(2, Samples.Understand(Text, Asked(name))[Role.Amount]);
        Assert.Equal(3, Samples.Understand(Text, Asked("2"))[Role.Amount]);
        Assert.Equal(-1, Samples.Understand(Text, Asked(""))[Role.Amount]);
        Assert.Equal(("sales.unknown-column", ExitCode.Usage), (Samples.Refuse(Text, Asked("nothing")).Code, Samples.Refuse(Text, Asked("0")).Exit));
        Assert.Equal(("sales.column-twice", ExitCode.Usage), (Samples.Refuse(Text, Asked("when")).Code, Samples.Refuse(Text, Asked("1")).Exit));

        static ReadOptions Asked(string amount) => Samples.Columns((Role.Customer, "who"), (Role.Date, "when"), (Role.Amount, amount));
    }

    [Fact]
    public void The_money_of_a_line_is_the_amount_also_after_a_discount()
    {
        var layout = LayoutReader.Understand("s", Samples.Of(File.ReadAllBytes(Path.Combine(Samples.Root(), "samples", "line-total-after-discount.csv"))), ReadOptions.Default);
        Assert.Equal(MoneySource.Amount, layout.Money);
        Assert.Contains("smaller in 4", Samples.Decision(layout, "amount").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_total_of_the_order_is_not_the_money_of_the_line()
    {
        var rows = new StringBuilder();
        for (var i = 0; i < 8; i++) rows.Append($"C{i % 3},90{i},2,5.00,{20 + i}.00,2024-01-0{i + 1}\nC{i % 3},90{i},1,{10 + i}.00,{20 + i}.00,2024-01-0{i + 1}\n");
        var layout = Samples.Understand("customer,invoice,quantity,price,total,date\n" + rows);
        Assert.Equal(MoneySource.QuantityTimesPrice, layout.Money);
        Assert.Contains("total of the order", Samples.Decision(layout, "amount").Reason, StringComparison.Ordinal);
        Assert.Equal("sales.order-total", Samples.Refuse("customer,invoice,quantity,list,total,date\n" + rows).Code);
        Assert.Equal(MoneySource.Amount, Samples.Understand("customer,invoice,quantity,list,total,date\n" + rows, Samples.Columns((Role.Amount, "total"))).Money);
    }

    [Fact]
    public void An_amount_that_is_a_price_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(1, 9).Select(i => $"C{i % 3},{i + 1},{i}.50,{i}.50,2024-01-0{i}\n"));
        Assert.Equal("sales.amount-or-price", Samples.Refuse("customer,quantity,price,amount,date\n" + rows).Code);
    }

    [Theory]
    [InlineData("customer,date,amount,currency\nC1,2024-01-05,10.00,EUR\nC2,2024-01-06,20.00,USD\nC1,2024-01-07,20.00,EUR\n")]
    [InlineData("customer,date,amount\nC1,2024-01-05,10.00 €\nC2,2024-01-06,$20.00\nC1,2024-01-07,10.00 €\n")]
    public void Several_currencies_are_refused(string text)
    {
        var error = Samples.Refuse(text);
        Assert.Equal("sales.several-currencies", error.Code);
        Assert.Contains("USD, EUR", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void One_currency_written_in_two_ways_is_one() =>
        Assert.Equal("EUR", Samples.Understand("customer,date,amount,currency\nC1,2024-01-05,10.00 €,EUR\nC2,2024-01-06,EUR 20.00,eur\nC1,2024-01-07,10.00,€\n") is { } l ? Currencies.List(l.Sampled.ColumnCurrencies) : "");

    [Fact]
    public void Ids_that_a_spreadsheet_damaged_are_refused()
    {
        var error = Samples.Refuse("customer_id,date,amount\n1.23457E+11,2024-01-05,10.00\n1.23458E+11,2024-01-06,20.00\n1.23457E+11,2024-01-07,20.00\n");
        Assert.Equal("sales.damaged-ids", error.Code);
        Assert.DoesNotContain("1.23457", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void No_customer_id_reaches_an_error()
    {
        const string Id = "CANARY-4711";
        string[] broken =
        [
            $"customer,date,amount\n{Id},soon,10.00\n{Id},later,20.00\n{Id},never,20.00\n",
            $"customer,date,amount\n{Id},2024-01-05,free\n{Id},2024-01-05,gratis\n{Id},2024-01-06,much\n",
            $"customer,date,net,gross\n{Id},2024-01-05,1.00,2.00\n{Id},2024-01-05,1.00,2.00\n",
            $"person,date,amount\n{Id},2024-01-05,1.00\n{Id},2024-01-05,1.00\n",
        ];
        foreach (var text in broken)
        {
            var error = Record.Exception(() => Samples.Understand(text, text.Contains("free", StringComparison.Ordinal) ? Samples.Columns((Role.Amount, "amount")) : null));
            Assert.DoesNotContain(Id, Assert.IsType<UserException>(error).Message, StringComparison.Ordinal);
        }
    }
}
