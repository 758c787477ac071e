using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.DataAccess.QueryLanguageCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.DataAccess.UntrustedQueryAnalyzer>;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>Which queries take in what a caller chose.</summary>
public class UntrustedQueryAnalyzerTests
{
    private const string Rule = RuleIds.UntrustedQuery;

    private static readonly Setting s_drivers = Setting.Default with { MoreSources = [("/0/Drivers.cs", Drivers)] };

    [Fact]
    [Clause(Rule, "cosmos", Verdict.Reports)]
    public Task Message_NamesTheSource() =>
        Verify.ReportsAsync(
            Action("container.GetItemQueryIterator<Item>({|#0:$\"SELECT * FROM c WHERE c.name = '{name}'\"|});"),
            new DiagnosticResult(Descriptors.UntrustedQuery).WithLocation(0)
                .WithMessage("'name' from the request becomes a part of this query; bind it as a value")
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Theory]
    [InlineData("container.GetItemQueryStreamIterator([|\"SELECT * FROM c WHERE c.name = '\" + name + \"'\"|]);")]
    [InlineData("container.GetItemQueryIterator<Item>(requestOptions: null, queryText: [|\"SELECT * FROM c WHERE c.name = '\" + name + \"'\"|]);")]
    [InlineData("var text = \"SELECT * FROM c\"; text += $\" WHERE c.name = '{name}'\"; var q = new QueryDefinition([|text|]).WithParameter(\"@age\", age);")]
    [InlineData("QueryDefinition q = new([|string.Format(\"SELECT * FROM c WHERE c.name = '{0}'\", name)|]);")]
    [InlineData("var options = new PatchItemRequestOptions { FilterPredicate = [|\"FROM c WHERE c.name = '\" + name + \"'\"|] };")]
    [InlineData("var q = new QueryDefinition([|\"SELECT * FROM c WHERE c.name = '\" + name.Replace(\"'\", \"''\") + \"'\"|]);")]
    [InlineData("Func<object> later = () => container.GetItemQueryIterator<Item>([|$\"SELECT * FROM c WHERE c.name = '{name}'\"|]); later();")]
    [InlineData("Local(); void Local() => container.GetItemQueryIterator<Item>([|$\"SELECT * FROM c WHERE c.name = '{name}'\"|]);")]
    [Clause(Rule, "cosmos", Verdict.Reports)]
    public Task CosmosText_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("container.GetItemQueryIterator<Item>(new QueryDefinition(\"SELECT * FROM c WHERE c.name = @name\").WithParameter(\"@name\", name));")]
    [InlineData("container.GetItemQueryIterator<Item>(\"SELECT * FROM c\", continuationToken: name);")]
    [InlineData("await container.ReadItemAsync<Item>(name, new PartitionKey(name));")]
    [InlineData("var all = container.GetItemLinqQueryable<Item>().Where(item => item.Name == name).Select(item => item.Id);")]
    [Clause(Rule, "cosmos", Verdict.IsSilent)]
    public Task CosmosParameter_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("items.Find([|\"{ Name: '\" + name + \"' }\"|]);")]
    [InlineData("await items.FindAsync([|$\"{{ Name: '{name}' }}\"|]);")]
    [InlineData("items.Find([|BsonDocument.Parse(\"{ Name: '\" + name + \"' }\")|]);")]
    [InlineData("var filter = new JsonFilterDefinition<Item>([|Request.Query[\"filter\"]|]);")]
    [InlineData("items.DeleteMany([|\"{ Name: '\" + name + \"' }\"|]);")]
    [InlineData("await items.UpdateOneAsync(item => item.Id == \"1\", [|\"{ $set: { Name: '\" + name + \"' } }\"|]);")]
    [InlineData("items.CountDocuments([|\"{ Name: '\" + name + \"' }\"|]);")]
    [InlineData("database.RunCommand(new JsonCommand<BsonDocument>([|\"{ count: '\" + name + \"' }\"|]));")]
    [InlineData("var where = new BsonDocument(\"$where\", new BsonJavaScript([|\"this.Name == '\" + name + \"'\"|]));")]
    [Clause(Rule, "mongo", Verdict.Reports)]
    public Task MongoJson_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("items.Find(Builders<Item>.Filter.Eq(\"Name\", name));")]
    [InlineData("items.Find(item => item.Name == name);")]
    [InlineData("items.Find(new BsonDocument(\"Name\", name));")]
    [InlineData("items.Find(new BsonDocument { { \"Name\", name } });")]
    [InlineData("items.Find(\"{ Name: 'Bob' }\");")]
    [InlineData("database.GetCollection<BsonDocument>(\"notes\").InsertOne(BsonDocument.Parse(name));")]
    [InlineData("items.UpdateOne(Builders<Item>.Filter.Eq(item => item.Id, name), Builders<Item>.Update.Set(item => item.Name, name));")]
    [InlineData("items.Find($\"{{ Age: {age} }}\");")]
    [Clause(Rule, "mongo", Verdict.IsSilent)]
    public Task MongoBuilder_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("((Cassandra.ISession)null!).Execute([|\"SELECT * FROM items WHERE name = '\" + name + \"'\"|]);")]
    [InlineData("((Cassandra.ISession)null!).Prepare([|$\"SELECT * FROM {name}\"|]);")]
    [InlineData("((Cassandra.ISession)null!).Execute(new Cassandra.SimpleStatement([|$\"SELECT * FROM items WHERE name = '{name}'\"|]));")]
    [Clause(Rule, "cassandra", Verdict.Reports)]
    public Task CassandraText_Reports(string body) => Verify.ReportsAsync(Action(body), s_drivers);

    [Theory]
    [InlineData("((Cassandra.ISession)null!).Execute(new Cassandra.SimpleStatement(\"SELECT * FROM items WHERE name = ?\", name));")]
    [Clause(Rule, "cassandra", Verdict.IsSilent)]
    public Task CassandraValue_IsSilent(string body) => Verify.IsSilentAsync(Action(body), s_drivers);

    [Theory]
    [InlineData("await ((Neo4j.Driver.IAsyncSession)null!).RunAsync([|\"MATCH (n:Item {name: '\" + name + \"'}) RETURN n\"|]);")]
    [InlineData("await ((Neo4j.Driver.IAsyncSession)null!).RunAsync(new Neo4j.Driver.Query([|$\"MATCH (n:{name}) RETURN n\"|], new { age }));")]
    [Clause(Rule, "cypher", Verdict.Reports)]
    public Task CypherText_Reports(string body) => Verify.ReportsAsync(Action(body), s_drivers);

    [Theory]
    [InlineData("await ((Neo4j.Driver.IAsyncSession)null!).RunAsync(\"MATCH (n:Item {name: $name}) RETURN n\", new { name });")]
    [Clause(Rule, "cypher", Verdict.IsSilent)]
    public Task CypherParameter_IsSilent(string body) => Verify.IsSilentAsync(Action(body), s_drivers);

    [Theory]
    [InlineData("table.Query<TableEntity>([|\"PartitionKey eq '\" + name + \"'\"|]);")]
    [InlineData("table.QueryAsync<TableEntity>(filter: [|$\"PartitionKey eq '{name}'\"|]);")]
    [InlineData("table.Query<TableEntity>([|name|]);")]
    [Clause(Rule, "table-filter", Verdict.Reports)]
    public Task TableFilter_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("table.Query<TableEntity>(TableClient.CreateQueryFilter($\"PartitionKey eq {name}\"));")]
    [InlineData("table.Query<TableEntity>(entity => entity.PartitionKey == name);")]
    [InlineData("table.Query<TableEntity>($\"Age gt {age}\");")]
    [InlineData("await table.GetEntityAsync<TableEntity>(name, name);")]
    [Clause(Rule, "table-filter", Verdict.IsSilent)]
    public Task CreatedTableFilter_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("var found = query.Where([|\"Name == \\\"\" + name + \"\\\"\"|]).ToDynamicList();")]
    [InlineData("var found = query.Any([|$\"Name == \\\"{name}\\\" && Age > @0\"|], age);")]
    [InlineData("var found = query.Select([|name|]);")]
    [InlineData("var found = query.Where(new ParsingConfig(), [|name|]);")]
    [InlineData("var lambda = DynamicExpressionParser.ParseLambda<Item, bool>(new ParsingConfig(), true, [|\"Name == \" + name|]);")]
    [Clause(Rule, "dynamic-linq", Verdict.Reports)]
    public Task DynamicPredicate_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("var found = query.Where(\"Name == @0\", name);")]
    [InlineData("var found = query.WhereInterpolated($\"Name == {name}\");")]
    [InlineData("var found = query.OrderBy(name);")]
    [InlineData("var found = query.Where(item => item.Name == name).Select(item => item.Name).First(found => found == name);")]
    [Clause(Rule, "dynamic-linq", Verdict.IsSilent)]
    public Task DynamicArgument_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("data.Select([|\"Name = '\" + name + \"'\"|]);")]
    [InlineData("data.Select([|$\"Name = '{name}'\"|], \"Name\");")]
    [InlineData("data.Compute(\"COUNT(Id)\", [|$\"Name = '{name}'\"|]);")]
    [InlineData("data.DefaultView.RowFilter = [|$\"Name LIKE '{name}%'\"|];")]
    [InlineData("data.DefaultView.RowFilter += [|$\" AND Name = '{name}'\"|];")]
    [InlineData("var view = new DataView(data) { RowFilter = [|$\"Name = '{name}'\"|] };")]
    [InlineData("data.Columns.Add(new DataColumn { Expression = [|name|] });")]
    [Clause(Rule, "data-table", Verdict.Reports)]
    public Task DataTableFilter_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("data.Select(\"Name = 'Bob'\", \"Name\");")]
    [InlineData("data.Rows.Find(name);")]
    [InlineData("data.Select($\"Age > {age} AND Id = '{id}'\");")]
    [InlineData("var found = data.AsEnumerable().Where(row => row.Field<string>(\"Name\") == name).Select(row => row[0]);")]
    [InlineData("data.TableName = name;")]
    [Clause(Rule, "data-table", Verdict.IsSilent)]
    public Task OtherUseOfADataTable_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("data.Select(\"Name = '\" + name.Replace(\"'\", \"''\") + \"'\");")]
    [InlineData("data.Select($\"Name LIKE '%{name.Replace(\"'\", \"''\")}%'\");")]
    [InlineData("var safe = name.Trim().Replace(\"'\", \"''\"); data.DefaultView.RowFilter = $\"Name = '{safe}' AND Age > {age}\";")]
    [InlineData("var text = \"Name = '\" + Escaped(name) + \"'\"; data.Select(text);")]
    [InlineData("data.Select(string.Format(\"Name = '{0}'\", name.Replace(\"'\", \"''\")));")]
    [InlineData("table.Query<TableEntity>($\"PartitionKey eq '{name.Replace(\"'\", \"''\")}'\");")]
    [Clause(Rule, "doubled-quotes", Verdict.IsSilent)]
    public Task DoubledQuotes_AreSilent(string body) => Verify.IsSilentAsync(Action(body, "private static string Escaped(string text) => text.Replace(\"'\", \"''\");"));

    [Theory]
    [InlineData("data.Select([|\"Age = \" + name.Replace(\"'\", \"''\")|]);")]
    [InlineData("data.Select([|\"[\" + name.Replace(\"'\", \"''\") + \"] = '1'\"|]);")]
    [InlineData("data.Select([|\"Name = '\" + name.Replace(\"'\", \"\\\"\") + \"'\"|]);")]
    [InlineData("data.Select([|\"Name = '\" + name.Replace(\"'\", \"''\") + \"' OR Name = '\" + name + \"'\"|]);")]
    [InlineData("query.Where([|\"Name == \\\"\" + name.Replace(\"'\", \"''\") + \"\\\"\"|]);")]
    [Clause(Rule, "doubled-quotes", Verdict.Reports)]
    public Task DoublingThatDoesNotHelp_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("if (name is \"a\" or \"b\") data.Select($\"Name = '{name}'\");")]
    [InlineData("var number = int.Parse(name); container.GetItemQueryIterator<Item>($\"SELECT * FROM c WHERE c.age = {number} AND c.id = '{id}'\");")]
    [InlineData("data.Select($\"Hash = '{Convert.ToHexString(Encoding.UTF8.GetBytes(name))}'\");")]
    [Clause(Rule, "proven", Verdict.IsSilent)]
    public Task SafeValue_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Fact]
    [Clause(Rule, "proven", Verdict.IsSilent)]
    public Task UnknownCaller_IsSilent() =>
        Verify.IsSilentAsync(Library("public class Items(DataTable data) { public DataRow[] Find(string name) => data.Select(\"Name = '\" + name + \"'\"); }"));

    [Fact]
    [Clause(Rule, "proven", Verdict.Reports)]
    public Task FlowThroughAService_Reports() =>
        Verify.ReportsAsync(Action("new Finder(data).Find(name.Trim());") +
            "public class Finder(DataTable data) { public DataRow[] Find(string name) { var filter = new StringBuilder(\"Name = '\"); filter.Append(name).Append('\\''); return data.Select([|filter.ToString()|]); } }");

    [Fact]
    [Clause(Rule, "wrapper", Verdict.Reports)]
    public Task Wrapper_IsReportedAtItsCaller() =>
        Verify.ReportsAsync(Action("new Store(container).Run([|$\"SELECT * FROM c WHERE c.name = '{name}'\"|]);") +
            "public class Store(Container container) { public object Run(string text) => container.GetItemQueryIterator<Item>(text); }");

    [Fact]
    [Clause(Rule, "wrapper", Verdict.IsSilent)]
    public Task WrapperWithAConstant_IsSilent() =>
        Verify.IsSilentAsync(Action("new Store(container).Run(\"SELECT * FROM c\"); Response.Headers[\"X-Name\"] = name;") +
            "public class Store(Container container) { public object Run(string text) => container.GetItemQueryIterator<Item>(text); }");

    [Fact]
    [Clause(Rule, "not-sql", Verdict.Reports)]
    public Task QueryOfCosmos_IsNoSql() =>
        Verify.ReportsAsync(Action("container.GetItemQueryIterator<Item>([|\"SELECT * FROM c WHERE c.name = '\" + name + \"'\"|]);"));

    [Theory]
    [InlineData("container.GetItemQueryIterator<Item>(\"SELECT * FROM c WHERE c.name = '\" + name + \"'\"); data.Select(name);")]
    [Clause(Rule, "not-sql", Verdict.IsSilent)]
    public async Task SqlRules_AreSilent(string body)
    {
        await Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action(body));
        await Verify<NonConstantSqlAnalyzer>.IsSilentAsync(Action(body));
        await Verify<ConcatenatedListAnalyzer>.IsSilentAsync(Action(body));
        await Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(Action(body));
    }

    [Fact]
    [Clause(Rule, "not-sql", Verdict.IsSilent)]
    public Task SqlText_IsSilent() => Verify.IsSilentAsync(Action("IDbCommand command = null!; command.CommandText = \"SELECT * FROM Items WHERE Name = '\" + name + \"'\";"));

    [Fact]
    [Clause(Rule, "threat-models", Verdict.IsSilent)]
    public Task Environment_IsSilent() => Verify.IsSilentAsync(Action("data.Select($\"Name = '{Environment.GetEnvironmentVariable(\"NAME\")}'\");"));

    [Fact]
    [Clause(Rule, "threat-models", Verdict.Reports)]
    public Task EnvironmentThatIsUntrusted_Reports() =>
        Verify.ReportsAsync(
            Action("data.Select([|$\"Name = '{Environment.GetEnvironmentVariable(\"NAME\")}'\"|]);"),
            Setting.Default with { Options = "security_review.threat_models = remote, local" });

    [Fact]
    public Task TopLevelStatements_Report() =>
        Verify.ReportsAsync(
            """
            using System.Data;
            var app = Microsoft.AspNetCore.Builder.WebApplication.Create();
            var data = new DataTable();
            Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/", (string name) => data.Select([|"Name = '" + name + "'"|]).Length);
            """,
            Setting.Program);

    [Theory]
    [InlineData("data.Select(\"Name = '\" + ")]
    [InlineData("data.Select(\"Name = '\" + name.Replace(\"'\", ")]
    [InlineData("data.DefaultView.RowFilter = ")]
    [InlineData("data.DefaultView.RowFilter = $\"Name = '{name")]
    [InlineData("items.Find(\"{ Name: '\" + name")]
    [InlineData("QueryDefinition q = new(name")]
    [InlineData("table.Query<(name);")]
    public Task HalfTypedCode_DoesNotThrow(string body) => Verify.RunsAsync(Action(body), Setting.Default with { Broken = true });
}
