using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Tests.Taint.Names;

/// <summary>Which types a program can come to, by what it says.</summary>
public class NamespaceReachTests
{
    [Theory]
    [InlineData("", "System.Data.DataTable", true)]
    [InlineData("using System;", "MongoDB.Driver.IMongoCollection`1", false)]
    [InlineData("using MongoDB.Driver;", "MongoDB.Driver.IMongoCollection`1", true)]
    [InlineData("using Contoso.Storage.MongoDB;", "MongoDB.Driver.IMongoCollection`1", true)]
    [InlineData("class C { IMongoCollection<int> all; }", "MongoDB.Driver.IMongoCollection`1", true)]
    [InlineData("using Microsoft.Extensions.Logging;", "Microsoft.Azure.Cosmos.Container", false)]
    [InlineData("using Microsoft.Azure.Cosmos;", "Microsoft.Azure.Cosmos.Container", true)]
    [InlineData("class Driver { class Inner { } }", "Vendor.Outer+Inner", true)]
    public void Type_IsKnownToWhoeverSaysPartOfItsName(string text, string type, bool isKnown)
    {
        var compilation = CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText("class Other { }", path: "A.cs"), CSharpSyntaxTree.ParseText(text, path: "B.cs")]);
        var reach = NamespaceReach.Of(KnownTypes.Of(compilation));
        Assert.Equal(isKnown, reach.MayBeKnown(type, CancellationToken.None));
        Assert.Equal(isKnown, reach.MayBeKnown(type, CancellationToken.None));
    }
}
