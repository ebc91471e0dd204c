namespace Clientele.Sales.Layouts;

/// <summary>What columns are called, in the languages that shops export in. Names are folded by <see cref="Words.Fold"/> and without gaps.</summary>
/// <remarks>Every list is one text in the program image: nothing is built at start-up.</remarks>
internal static class RoleNames
{
    /// <summary>Marks of an id around the word for a thing: customer + id, cod + cliente, kunden + nr.</summary>
    private static ReadOnlySpan<byte> IdMarks =>
        "id ids no nr reference referencia referenz num nro number code codes key ref identifier nummer numero numer numerode numerodel numerodu nb n kod codice codigo codigode codigodel cod codde iddel idde uid guid kennung номер код id编号 编号 号 码 رقم رمز معرف ид"u8;

    private static ReadOnlySpan<byte> CustomerThings =>
        "customer customers cust acct kd cli client clients buyer shopper member consumer user account household hshd patron kunde kunden kaeufer kaufer client acheteur adherent cliente clientes comprador socio acquirente klant klanten koper klient klienta klienci nabywca kund kunder medlem клиент клиента покупатель покупателя 客户 顾客 会员 用户 買家 العميل عميل الزبون زبون debitor debitoren debtor loyaltycard card cardholder visitor fullvisitor"u8;

    private static ReadOnlySpan<byte> CustomerNames =>
        "customername clientname buyername customeremail email mail emailaddress username kundenname nomclient nomduclient nombrecliente nomecliente klantnaam nazwaklienta kundnamn name 客户名称 اسمالعميل customerfullname"u8;

    private static ReadOnlySpan<byte> InvoiceThings =>
        "invoice invoices inv order orders receipt transaction transactions trans txn bill basket ticket sale sales purchase document doc rechnung rechnungs rechn renr rgnr beleg bestell bestellung bestellungs auftrag auftrags bon kassenbon facture fact commande cmd cde vente factura pedido venta compra recibo boleta fattura ordine scontrino vendita factuur bestelling kassabon fatura venda faktura faktury zamowienie zamowienia paragon paragonu transakcji ordre kvitto kvittering чек чека заказ заказа счет 订单 发票 单据 交易 小票 الطلب طلب الفاتورة فاتورة المعاملة"u8;

    private static ReadOnlySpan<byte> ProductThings =>
        "product products prod item items stock article sku material part artikel artikels produkt produkte ware produit article articles producto productos articulo articulos prodotto articolo produto produtos artigo produktu towar towaru vara varu товар товара 商品 产品 货品 المنتج منتج الصنف"u8;

    private static ReadOnlySpan<byte> ProductCodes =>
        "sku skuid artnr artno artnum artnummer artid codart codeart refart nrart nart asin ean ean13 upc gtin isbn barcode plu stockcode itemcode lineitemsku variantsku artikelnummer referencia reference referenz indeks arttikelnr 条码 الباركود"u8;

    private static ReadOnlySpan<byte> Descriptions =>
        "description desc productname productdescription productdesc itemname itemdescription itemdesc producttitle lineitemname artikelbezeichnung bezeichnung artikelname produktname produktbezeichnung artikeltext beschreibung libelle designation nomproduit nomduproduit descripcion nombreproducto nombredelproducto descrizione nomeprodotto omschrijving productnaam productomschrijving descricao nomeproduto nomedoproduto nazwa nazwaproduktu nazwatowaru opis benamning produktnamn beskrivning наименование названиетовара 商品名称 产品名称 商品描述 品名 描述 اسمالمنتج الوصف وصف"u8;

    private static ReadOnlySpan<byte> Quantities =>
        "quantity quantities qty qnty quant units unitssold itemssold pieces pcs count itemcount itemquantity orderquantity orderqty quantityordered quantitysold qtysold salesquantity lineitemquantity numberofitems numitems numberofunits menge anzahl stuck stueck stuckzahl stueckzahl verkauftemenge bestellmenge quantite quantites qte quantitevendue cantidad cant unidades cantidadvendida quantita qta pezzi aantal hoeveelheid stuks quantidade qtd qtde ilosc liczba liczbasztuk sztuki sztuk antal kvantitet mangd количество колво 数量 件数 销量 الكمية كمية العدد"u8;

    private static ReadOnlySpan<byte> UnitPrices =>
        "unitprice priceperunit priceeach itemprice sellingprice saleprice salesprice retailprice unitsellingprice unitprc lineitemprice productprice einzelpreis stuckpreis stueckpreis preisprostuck preisprostueck verkaufspreis vkpreis prixunitaire prixunit pu puht preciounitario precioventa precioporunidad preciounidad prezzounitario prezzovendita stukprijs eenheidsprijs verkoopprijs precounitario precodevenda valorunitario cenajednostkowa cenazasztuke cenasztuki styckpris apris enhetspris ценазаединицу 单价 售价 销售单价 سعرالوحدة سعرالبيع"u8;

    private static ReadOnlySpan<byte> Prices => "price preis prix precio prezzo prijs preco cena pris цена 价格 السعر سعر"u8;

    private static ReadOnlySpan<byte> Amounts =>
        "amount totalamount amounttotal lineamount linetotal total totals totalprice totalpaid totalamt pricetotal sales sale salesamount saleamount saleamt salesamt salestotal totalsales totalsale salesvalue salevalue netsales grosssales revenue netrevenue totalrevenue turnover value dollarvalue totalvalue ordervalue linevalue extendedprice extendedamount subtotal net gross netamount grossamount netvalue grossvalue netprice amountpaid paid paidamount spend spent amountspent totalspent purchaseamount purchasevalue transactionamount transactionvalue orderamount invoiceamount amt amountusd amounteur purchaseamountusd paymentvalue umsatz umsatze umsaetze betrag gesamtbetrag gesamtpreis gesamt summe nettobetrag bruttobetrag netto brutto nettoumsatz bruttoumsatz nettopreis positionsbetrag wert warenwert rechnungsbetrag montant montanttotal montantht montantttc totalht totalttc prixtotal chiffredaffaires importe importetotal totalventa ventas valor valortotal monto montototal preciototal importo importototale totale prezzototale ricavo ricavi fatturato bedrag totaalbedrag totaal omzet totaalprijs nettobedrag brutobedrag receita valorvenda precototal kwota wartosc wartoscnetto wartoscbrutto sprzedaz kwotanetto kwotabrutto suma razem cenacalkowita belopp summa totalbelopp forsaljning omsattning nettobelopp bruttobelopp сумма выручка итого стоимость 金额 总额 总价 总金额 销售额 销售金额 实付金额 المبلغ المبلغالإجمالي المبلغالاجمالي الإجمالي الاجمالي المجموع القيمة المبيعات"u8;

    private static ReadOnlySpan<byte> SaleDates =>
        "orderdate invoicedate transactiondate transdate txndate saledate salesdate purchasedate dateofsale dateofpurchase trandate trxdate dateordered orderedon soldon bestelltam gekauftam verkauftam receiptdate billdate billingdate ordertimestamp orderpurchasetimestamp orderdatetime invoicedatetime transactiondatetime transactiontimestamp transactiontime saledatetime purchasedatetime purchasetime eventtime eventdate createdat ordercreatedat orderedat placedat bestelldatum rechnungsdatum kaufdatum verkaufsdatum belegdatum buchungsdatum auftragsdatum datedachat dateachat datedevente datevente datedecommande datecommande datedefacture datefacture datefacturation fechaventa fechadeventa fechapedido fechadelpedido fechafactura fechadefactura fechacompra fechadecompra datavendita datadivendita dataordine datafattura dataacquisto bestellingsdatum orderdatum factuurdatum aankoopdatum verkoopdatum datavenda datadavenda datapedido datadopedido datacompra datadacompra datafatura datasprzedazy datazamowienia datazakupu datafaktury datatransakcji datawystawienia fakturadatum kopdatum forsaljningsdatum датапродажи датазаказа датапокупки 交易日期 订单日期 下单日期 下单时间 购买日期 销售日期 开票日期 交易时间 تاريخالطلب تاريخالفاتورة تاريخالشراء تاريخالبيع"u8;

    private static ReadOnlySpan<byte> Dates =>
        "date dates datetime timestamp dateandtime datum datumzeit datumuhrzeit fecha fechahora fechayhora data dataora dataeora datahora dataehora day tag jour dia giorno dag dzien datumtid datumtijd dato дата датавремя 日期 时间 日期时间 التاريخ تاريخ dateheure dateetheure time"u8;

    private static ReadOnlySpan<byte> DateTokens => "date dates datum fecha data dt timestamp datetime"u8;

    /// <summary>Dates that are not the day of the sale.</summary>
    private static ReadOnlySpan<byte> OtherDates =>
        "ship shipped shipping shipment delivery delivered due birth birthday dob born expiry expiration expires signup join joined register registered registration enroll enrolled enrollment update updated modified last first return returned refund refunded payment approved estimated carrier limit start end lieferdatum liefer versand versanddatum geburtsdatum geburts livraison naissance entrega nacimiento consegna nascita levering geboorte nascimento wysylki dostawy leverans recency"u8;

    private static ReadOnlySpan<byte> AmountTokens =>
        "amount total sales revenue turnover value spend umsatz betrag montant importe importo bedrag omzet valor kwota belopp wartosc"u8;

    /// <summary>Money that is not what the line brought in.</summary>
    private static ReadOnlySpan<byte> OtherMoney =>
        "tax taxes vat mwst ust tva iva btw discount discounted rabatt remise descuento sconto korting desconto rabat shipping freight delivery postage versand cost costs kosten profit margin marge gewinn fee fees tip balance limit income budget refund refunded lifetime average avg mean max min cumulative running loyalty points"u8;

    private static ReadOnlySpan<byte> Times =>
        "time timeofday ordertime invoicetime transactiontime saletime purchasetime uhrzeit zeit kaufzeit heure heurevente hora ora tijd tijdstip tid godzina czas время 时间 时刻 الوقت وقت"u8;

    private static ReadOnlySpan<byte> Countries =>
        "country countryname countrycode customercountry shipcountry shippingcountry billingcountry land lander laender staat pays pais paese nazione kraj страна 国家 国别 البلد الدولة بلد دولة"u8;

    private static ReadOnlySpan<byte> Stores =>
        "store stores shop storename storelocation shopname location outlet branch filiale filial filialname geschaft geschaeft markt standort magasin boutique pointdevente tienda sucursal local negozio puntovendita winkel filiaal vestiging loja sklep placowka butik varuhus магазин филиал 门店 店铺 商店 分店 المتجر الفرع متجر فرع storecode shopcode"u8;

    private static ReadOnlySpan<byte> Categories =>
        "category categoryname productcategory productcategoryname itemcategory maincategory categorycode department productgroup productline producttype itemgroup warengruppe kategorie produktkategorie produktgruppe artikelgruppe sortiment categorie categorieproduit rayon famille familleproduit categoria categoriaproducto familia reparto categoriaprodotto productgroep productcategorie afdeling categoriaproduto departamento kategoria kategoriaproduktu kategori produktkategori varugrupp категория 类别 品类 分类 商品类别 产品类别 الفئة فئة التصنيف"u8;

    private static ReadOnlySpan<byte> Statuses =>
        "status orderstatus invoicestatus transactionstatus transactiontype saletype salestype ordertype iscancelled iscanceled cancelled canceled cancellation isreturn returned returnflag storniert bestellstatus auftragsstatus statut etat statutcommande estado estadopedido stato statoordine orderstatus statuszamowienia stan orderstatus статус 状态 订单状态 الحالة حالةالطلب"u8;

    private static ReadOnlySpan<byte> CurrencyNames =>
        "currency currencycode curr ccy ordercurrency wahrung waehrung devise monnaie moneda divisa valuta valutacode moeda waluta valutakod валюта 币种 货币 العملة عملة"u8;

    /// <summary>How well a column name fits a role: 0 best, 1 and 2 good, 3 weak (the content must prove it), -1 not at all.</summary>
    /// <param name="name">The name folded without gaps.</param>
    /// <param name="spaced">The name folded with gaps.</param>
    public static int Rank(Role role, ReadOnlySpan<byte> name, ReadOnlySpan<byte> spaced) => role switch
    {
        Role.Customer => IsIdOf(name, CustomerThings) ? 0 : Words.Has(CustomerThings, name) ? 1 : Words.Has(CustomerNames, name) ? 2 : IdAmong(spaced, CustomerThings) ? 2 : Words.Has("id"u8, name) ? 3 : -1,
        Role.Invoice => IsIdOf(name, InvoiceThings) ? 0 : Words.Has(InvoiceThings, name) ? 1 : IdAmong(spaced, InvoiceThings) ? 2 : -1,
        Role.Product => Words.Has(ProductCodes, name) || IsIdOf(name, ProductThings) ? 0 : Words.Has(ProductThings, name) ? 1 : IdAmong(spaced, ProductThings) ? 2 : -1,
        Role.Description => Words.Has(Descriptions, name) ? 0 : -1,
        Role.Quantity => Words.Has(Quantities, name) ? 0 : spaced.StartsWith("number of "u8) || spaced.StartsWith("no of "u8) || AnyOf(spaced, Quantities) ? 3 : -1,
        Role.Price => Words.Has(UnitPrices, name) ? 0 : Words.Has(Prices, name) ? 1 : AnyOf(spaced, Prices) && !AnyOf(spaced, OtherMoney) ? 3 : -1,
        Role.Amount => Words.Has(Amounts, name) ? 0 : AnyOf(spaced, AmountTokens) && !AnyOf(spaced, OtherMoney) ? 3 : -1,
        Role.Date => AnyOf(spaced, OtherDates) ? -1 : Words.Has(SaleDates, name) ? 0 : Words.Has(Dates, name) ? 1 : AnyOf(spaced, DateTokens) ? 3 : -1,
        Role.Time => Words.Has(Times, name) ? 0 : -1,
        Role.Country => Words.Has(Countries, name) ? 0 : AnyOf(spaced, "country"u8) ? 3 : -1,
        Role.Store => Words.Has(Stores, name) || IsIdOf(name, Stores) ? 0 : -1,
        Role.Category => Words.Has(Categories, name) ? 0 : AnyOf(spaced, "cat category kategorie categorie categoria"u8) ? 3 : -1,
        Role.Status => Words.Has(Statuses, name) ? 0 : -1,
        Role.Currency => Words.Has(CurrencyNames, name) ? 0 : -1,
        _ => -1,
    };

    /// <summary>A date of something else than the sale: delivery, birth, joining.</summary>
    public static bool IsOtherDate(ReadOnlySpan<byte> spaced) => AnyOf(spaced, OtherDates);

    /// <summary>A word for the thing and a mark of an id among other words (customer unique id), none of which makes it a part or a kind (prod cat code).</summary>
    private static bool IdAmong(ReadOnlySpan<byte> spaced, ReadOnlySpan<byte> things) =>
        AnyOf(spaced, things) && AnyOf(spaced, IdMarks)
        && !AnyOf(spaced, "cat category subcat subcategory group line row seq position type class kind segment brand family status"u8);

    private static bool IsIdOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> things)
    {
        var marks = IdMarks;
        while (marks.Length > 0)
        {
            var length = marks.IndexOf((byte)' ');
            var mark = length < 0 ? marks : marks[..length];
            marks = length < 0 ? default : marks[(length + 1)..];
            if (name.Length <= mark.Length) continue;
            if (Words.Ends(name, mark) && Words.Has(things, name[..^mark.Length])) return true;
            if (name.StartsWith(mark) && Words.Has(things, name[mark.Length..])) return true;
        }

        return false;
    }

    private static bool AnyOf(ReadOnlySpan<byte> spaced, ReadOnlySpan<byte> list)
    {
        while (spaced.Length > 0)
        {
            var length = spaced.IndexOf((byte)' ');
            if (Words.Has(list, length < 0 ? spaced : spaced[..length])) return true;
            spaced = length < 0 ? default : spaced[(length + 1)..];
        }

        return false;
    }
}
