using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess.Queries;
using static SecurityReview.Analyzers.Tests.DataAccess.QueryLanguageCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.DataAccess.UntrustedQueryAnalyzer, SecurityReview.CodeFixes.DataAccess.Queries.UntrustedQueryFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.DataAccess.UntrustedQueryAnalyzer, SecurityReview.CodeFixes.DataAccess.Queries.UntrustedQueryFixer>;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>Values of queries that are bound as each store does it, and queries that are left alone.</summary>
public class UntrustedQueryFixerTests
{
    private const string Rule = RuleIds.UntrustedQuery;

    [Theory]
    [InlineData(
        "container.GetItemQueryIterator<Item>([|$\"SELECT * FROM c WHERE c.name = '{name}'\"|]); // all",
        "container.GetItemQueryIterator<Item>(new QueryDefinition(\"SELECT * FROM c WHERE c.name = @name\").WithParameter(\"@name\", name)); // all")]
    [InlineData(
        "container.GetItemQueryIterator<Item>(queryText: [|\"SELECT * FROM c WHERE c.name = \\\"\" + name + \"\\\" AND c.age > \" + age|], requestOptions: null);",
        "container.GetItemQueryIterator<Item>(queryDefinition: new QueryDefinition(\"SELECT * FROM c WHERE c.name = @name AND c.age > @age\").WithParameter(\"@name\", name).WithParameter(\"@age\", age), requestOptions: null);")]
    [InlineData(
        "var q = new QueryDefinition([|\"SELECT * FROM c WHERE c.name = '\" + name + \"' OR c.id = '\" + name + \"'\"|]);",
        "var q = new QueryDefinition(\"SELECT * FROM c WHERE c.name = @name OR c.id = @name\").WithParameter(\"@name\", name);")]
    [InlineData(
        "QueryDefinition q = new([|$\"SELECT * FROM c WHERE c.name = '{name}' AND c.age = @age\"|]);",
        "QueryDefinition q = new QueryDefinition(\"SELECT * FROM c WHERE c.name = @name AND c.age = @age\").WithParameter(\"@name\", name);")]
    [InlineData(
        "var q = new QueryDefinition([|$\"SELECT * FROM c WHERE c.name LIKE '%{name}%'\"|]).WithParameter(\"@age\", age);",
        "var q = new QueryDefinition(\"SELECT * FROM c WHERE c.name LIKE @name\").WithParameter(\"@name\", $\"%{name}%\").WithParameter(\"@age\", age);")]
    [InlineData(
        "var text = \"SELECT * FROM c\"; text += \" WHERE c.name = '\" + name + \"'\"; container.GetItemQueryIterator<Item>([|text|]);",
        "var text = \"SELECT * FROM c\"; text += \" WHERE c.name = @name\"; container.GetItemQueryIterator<Item>(new QueryDefinition(text).WithParameter(\"@name\", name));")]
    [Clause(Rule, "fix-cosmos", Verdict.Reports)]
    public Task CosmosText_GetsParameters(string body, string repaired) => VerifyFix.RepairsAsync(Action(body), Action(repaired));

    [Theory]
    [InlineData("container.GetItemQueryIterator<Item>([|$\"SELECT * FROM c WHERE c.age = {name}\"|]);")]
    [InlineData("container.GetItemQueryIterator<Item>([|$\"SELECT * FROM c WHERE c.{name} = 1\"|]);")]
    [InlineData("container.GetItemQueryIterator<Item>([|$\"SELECT c.{name} FROM c WHERE c.name = '{name}'\"|]);")]
    [InlineData("container.GetItemQueryIterator<Item>([|name|]);")]
    [InlineData("string? other = name.Length > 1 ? name : null; container.GetItemQueryIterator<Item>([|$\"SELECT * FROM c WHERE c.name = '{other}'\"|]);")]
    [InlineData("var options = new PatchItemRequestOptions { FilterPredicate = [|\"FROM c WHERE c.name = '\" + name + \"'\"|] };")]
    [Clause(Rule, "fix-cosmos", Verdict.IsSilent)]
    public Task OtherCosmosText_IsLeft(string body) => VerifyFix.OffersNothingAsync(Action(body));

    [Theory]
    [InlineData("table.Query<TableEntity>([|\"PartitionKey eq '\" + name + \"' and Age gt \" + age|]);", "table.Query<TableEntity>(TableClient.CreateQueryFilter($\"PartitionKey eq {name} and Age gt {age}\"));")]
    [InlineData("table.QueryAsync<TableEntity>(filter: [|$\"PartitionKey eq '{name}'\"|]); // one", "table.QueryAsync<TableEntity>(filter: TableClient.CreateQueryFilter($\"PartitionKey eq {name}\")); // one")]
    [Clause(Rule, "fix-tables", Verdict.Reports)]
    public Task TableFilter_IsCreated(string body, string repaired) => VerifyFix.RepairsAsync(Action(body), Action(repaired));

    [Theory]
    [InlineData("var filter = \"PartitionKey eq '\" + name + \"'\"; table.Query<TableEntity>([|filter|]);")]
    [InlineData("table.Query<TableEntity>([|$\"Id eq guid'{name}'\"|]);")]
    [InlineData("table.Query<TableEntity>([|name|]);")]
    [InlineData("table.Query<TableEntity>([|$\"{name} eq 'a'\"|]);")]
    [Clause(Rule, "fix-tables", Verdict.IsSilent)]
    public Task OtherTableFilter_IsLeft(string body) => VerifyFix.OffersNothingAsync(Action(body));

    [Theory]
    [InlineData("var found = query.Where([|\"Name == \\\"\" + name + \"\\\"\"|]);", "var found = query.Where(\"Name == @0\", name);")]
    [InlineData("var found = query.Where([|$\"Name == \\\"{name}\\\" && Age > {age}\"|]);", "var found = query.Where(\"Name == @0 && Age > @1\", name, age);")]
    [InlineData("var found = query.Any([|$\"Name.Contains(\\\"{name}\\\") || Id == \\\"{name}\\\"\"|]);", "var found = query.Any(\"Name.Contains(@0) || Id == @0\", name);")]
    [Clause(Rule, "fix-dynamic-linq", Verdict.Reports)]
    public Task DynamicPredicate_GetsArguments(string body, string repaired) => VerifyFix.RepairsAsync(Action(body), Action(repaired));

    [Theory]
    [InlineData("var found = query.Where([|\"Name == \\\"\" + name + \"\\\" && Age > @0\"|], age);")]
    [InlineData("var found = query.Where([|\"Age > \" + name|]);")]
    [InlineData("var found = query.Select([|name|]);")]
    [InlineData("var found = query.Where([|\"Name == '\" + name + \"'\"|]);")]
    [Clause(Rule, "fix-dynamic-linq", Verdict.IsSilent)]
    public Task OtherDynamicText_IsLeft(string body) => VerifyFix.OffersNothingAsync(Action(body));

    [Theory]
    [InlineData("items.Find([|\"{ Name: '\" + name + \"' }\"|]); // one", "items.Find(Builders<Item>.Filter.Eq(\"Name\", name)); // one")]
    [InlineData("items.DeleteMany([|$\"{{ \\\"Name\\\": \\\"{name}\\\" }}\"|]);", "items.DeleteMany(Builders<Item>.Filter.Eq(\"Name\", name));")]
    [InlineData("items.Find([|BsonDocument.Parse(\"{ 'Name' : '\" + name + \"' }\")|]);", "items.Find(Builders<Item>.Filter.Eq(\"Name\", name));")]
    [Clause(Rule, "fix-mongo", Verdict.Reports)]
    public Task MongoFilter_IsBuilt(string body, string repaired) => VerifyFix.RepairsAsync(Action(body), Action(repaired));

    [Theory]
    [InlineData("items.Find([|\"{ Name: '\" + name + \"', Age: 3 }\"|]);")]
    [InlineData("items.Find([|\"{ Name: /\" + name + \"/ }\"|]);")]
    [InlineData("items.Find([|\"{ $where: '\" + name + \"' }\"|]);")]
    [InlineData("items.Find([|\"{ Age: \" + name + \" }\"|]);")]
    [InlineData("var filter = \"{ Name: '\" + name + \"' }\"; items.Find([|filter|]);")]
    [InlineData("items.UpdateOne(item => item.Id == \"1\", [|\"{ Name: '\" + name + \"' }\"|]);")]
    [InlineData("items.Find([|\"{ Name: '\" + /* who */ name + \"' }\"|]);")]
    [InlineData("data.Select([|\"Name = '\" + name + \"'\"|]);")]
    [Clause(Rule, "fix-mongo", Verdict.IsSilent)]
    public Task OtherFilter_IsLeft(string body) => VerifyFix.OffersNothingAsync(Action(body));

    [Fact]
    public Task FixAll_BindsEach() =>
        VerifyFix.RepairsAsync(
            Action("var q = new QueryDefinition([|$\"SELECT * FROM c WHERE c.name = '{name}'\"|]); items.Find([|\"{ Name: '\" + name + \"' }\"|]); query.Where([|$\"Name == \\\"{name}\\\"\"|]);"),
            Action("var q = new QueryDefinition(\"SELECT * FROM c WHERE c.name = @name\").WithParameter(\"@name\", name); items.Find(Builders<Item>.Filter.Eq(\"Name\", name)); query.Where(\"Name == @0\", name);"));

    [Fact]
    public Task FixAllWithoutAKey_PassesWhatHasNoRepair() =>
        NullKeyFixAll.RepairsAsync(
            Action("data.Select(name); query.Where($\"Name == \\\"{name}\\\"\");"),
            Action("data.Select(name); query.Where(\"Name == @0\", name);"));

    [Fact]
    public Task MissingImport_IsAdded() =>
        VerifyFix.RepairsAsync(
            """
            using Microsoft.AspNetCore.Mvc;

            public class ItemsController(Microsoft.Azure.Cosmos.Container container) : ControllerBase
            {
                public object Find(string name) => container.GetItemQueryIterator<object>([|$"SELECT * FROM c WHERE c.name = '{name}'"|]);
            }
            """,
            """
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Azure.Cosmos;

            public class ItemsController(Microsoft.Azure.Cosmos.Container container) : ControllerBase
            {
                public object Find(string name) => container.GetItemQueryIterator<object>(new QueryDefinition("SELECT * FROM c WHERE c.name = @name").WithParameter("@name", name));
            }
            """);

    [Theory]
    [InlineData("container.GetItemQueryIterator<Item>($\"SELECT * FROM c WHERE c.name = '{name}'\"; items.Find(\"{ Name: '\" + name + ;")]
    [InlineData("table.Query<>(\"PartitionKey eq '\" + name + \"'\"; query.Where(\"Name == \\\"\" + name, ; new(name")]
    public Task HalfTypedCode_IsNoMatter(string body) => HalfTypedCode.PlansAsync<UntrustedQueryFixer>(Action(body), Rule, new Setting { Broken = true });
}
