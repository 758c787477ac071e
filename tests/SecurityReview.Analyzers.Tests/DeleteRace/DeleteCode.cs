namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>A shop around the deletes under test.</summary>
internal static class DeleteCode
{
    public const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using System.Data.Common;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Logging;

        """;

    public const string Model = """

        public class Shop : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<OrderLine> Lines => Set<OrderLine>();
            public DbSet<Country> Countries => Set<Country>();
            public DbSet<Coupon> Coupons => Set<Coupon>();
            public DbSet<Stock> Stocks => Set<Stock>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Coupon>().HasKey(coupon => coupon.Code);
                modelBuilder.Entity<Coupon>().HasIndex(coupon => coupon.Serial).IsUnique();
                modelBuilder.Entity<Coupon>().HasIndex(coupon => coupon.Campaign);
                modelBuilder.Entity<Stock>(stock =>
                {
                    stock.ToTable("warehouse_stock");
                    stock.HasKey(row => new { row.Shelf, row.Box });
                    stock.HasAlternateKey(nameof(Stock.Barcode));
                });
            }
        }

        public class Customer { public Guid CustomerId { get; set; } public string Name { get; set; } = ""; public List<Order> Orders { get; } = []; }
        public class Order { public int Id { get; set; } public Guid CustomerId { get; set; } public Customer Customer { get; set; } = null!; public int Total { get; set; } public int Version { get; set; } }
        [PrimaryKey(nameof(OrderId), nameof(Number))]
        public class OrderLine { public int OrderId { get; set; } public int Number { get; set; } public Order Order { get; set; } = null!; }
        [Index(nameof(Name), IsUnique = true)]
        [Index(nameof(Continent))]
        public class Country { [Key] [Column("iso_code")] public string Iso { get; set; } = ""; public int Id { get; set; } public string Name { get; set; } = ""; public string Continent { get; set; } = ""; }
        public class Coupon { public string Code { get; set; } = ""; public int Id { get; set; } public string Serial { get; set; } = ""; public string Campaign { get; set; } = ""; }
        public class Stock { public int Shelf { get; set; } public int Box { get; set; } public string Barcode { get; set; } = ""; }
        """;

    /// <summary>Statements in an asynchronous method of a service, with a database, a connection, an id and a name at hand.</summary>
    public static string In(string body, string signature = "public async Task RunAsync(int id, string name, Guid guid, CancellationToken ct)") => $$"""
        {{Usings}}
        public class Service(Shop db, SqliteConnection connection, ILogger<Service> logger)
        {
            {{signature}}
            {
                await Task.Yield();
                {{body}}
            }

            public void Use() => logger.LogInformation("{Context} {Connection}", db, connection);
        }
        {{Model}}
        """;

    /// <summary>One member of a service.</summary>
    public static string Member(string member) => $$"""
        {{Usings}}
        public class Service(Shop db, SqliteConnection connection, ILogger<Service> logger)
        {
            {{member}}

            public void Use() => logger.LogInformation("{Context} {Connection}", db, connection);
        }
        {{Model}}
        """;
}
