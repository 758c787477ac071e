namespace QuotaService.Data;

/// <summary>Two projects with three users, an operator, and something for each of them to count.</summary>
public static class DemoData
{
    private const string Orchid = "orchid";
    private const string Tulip = "tulip";
    private const string Alice = "alice";
    private const string Bob = "bob";
    private const string Carol = "carol";

    public static void AddTo(QuotaDbContext db)
    {
        AddQuotas(db);
        AddServers(db);
        AddReservations(db, DateTime.UtcNow);
        AddApiKeys(db);
    }

    private static void AddQuotas(QuotaDbContext db)
    {
        // TODO(anna): move the default class to the settings of the installation
        db.QuotaClasses.AddRange(
            new QuotaClass { Name = QuotaClass.DefaultName, Limits = Limits(10, 20, 51200, 10, 10) },
            new QuotaClass { Name = "small", Limits = Limits(2, 4, 4096, 2, 1) },
            new QuotaClass { Name = "large", Limits = Limits(100, 400, QuotaLimits.Unlimited, 50, 50) });

        db.ProjectQuotas.AddRange(
            new ProjectQuota { ProjectId = Orchid, Limits = Limits(20, 40, 65536, 12, 6) },
            new ProjectQuota { ProjectId = Tulip, Limits = Limits(7, 14, 28672, 3, 2) });

        db.UserQuotas.AddRange(
            new UserQuota { ProjectId = Orchid, UserId = Alice, Limits = Limits(8, 16, 16384, 6, 3) },
            new UserQuota { ProjectId = Orchid, UserId = Bob, Limits = Limits(5, 10, 8192, 4, 2) },
            new UserQuota { ProjectId = Tulip, UserId = Carol, Limits = Limits(6, 12, 24576, 3, 2) });
    }

    private static void AddServers(QuotaDbContext db)
    {
        db.ServerGroups.AddRange(
            new ServerGroup { Id = 1, Name = "orchid-spread", Policy = "anti-affinity", ProjectId = Orchid, UserId = Alice },
            new ServerGroup { Id = 2, Name = "shared-rack", Policy = "affinity", ProjectId = Tulip, UserId = Carol },
            new ServerGroup { Id = 3, Name = "tulip-spread", Policy = "anti-affinity", ProjectId = Tulip, UserId = Carol });

        db.Instances.AddRange(
            new Instance { Id = 1, Name = "web", Flavor = "m1", ProjectId = Orchid, UserId = Alice, ServerGroupId = 2 },
            new Instance { Id = 2, Name = "db", Flavor = "m2", ProjectId = Orchid, UserId = Bob },
            new Instance { Id = 3, Name = "100%-batch", Flavor = "m1", ProjectId = Orchid, UserId = Bob, ServerGroupId = 1 },
            new Instance { Id = 4, Name = "vault", Flavor = "m1", ProjectId = Tulip, UserId = Carol, ServerGroupId = 2 });

        db.SecurityGroups.AddRange(
            new SecurityGroup { Id = 1, Name = "orchid-web", ProjectId = Orchid, UserId = Alice },
            new SecurityGroup { Id = 2, Name = "orchid-db", ProjectId = Orchid, UserId = Bob },
            new SecurityGroup { Id = 3, Name = "shared-dns", ProjectId = Tulip, UserId = Carol, IsShared = true },
            new SecurityGroup { Id = 4, Name = "tulip-vault", ProjectId = Tulip, UserId = Carol });
    }

    private static void AddReservations(QuotaDbContext db, DateTime now)
    {
        db.Reservations.AddRange(
            Reserve(1, Orchid, Alice, Resources.Instances, 1, now.AddDays(30)),
            Reserve(2, Orchid, Alice, Resources.Cores, 4, now.AddDays(30)),
            Reserve(3, Orchid, Bob, Resources.Instances, 2, now.AddDays(1)),
            Reserve(4, Orchid, Bob, Resources.Cores, 8, now.AddDays(-1)),
            Reserve(5, Tulip, Carol, Resources.Instances, 3, now.AddDays(30)),
            Reserve(6, Tulip, Carol, Resources.Cores, 12, now.AddDays(-1)));

        Reservation Reserve(int id, string projectId, string userId, string resource, int amount, DateTime expiresAt) => new()
        {
            Id = id,
            ProjectId = projectId,
            UserId = userId,
            Resource = resource,
            Amount = amount,
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };
    }

    private static void AddApiKeys(QuotaDbContext db)
    {
        db.ApiKeys.AddRange(
            new ApiKey { Hash = "7E4046C7D20BB66233A02E1339DB15A0A5C331C91F46AEB68D86132C2E31964A", ProjectId = Orchid, UserId = Alice },
            new ApiKey { Hash = "D973BCEA6778340AF30E91187C546A3AF85CA4BAECC241DFE565492C741C02AC", ProjectId = Orchid, UserId = Bob },
            new ApiKey { Hash = "80614101DF51EA4D5D3F1333676562C3185C2C42878F7340B2DCA55F42788D0C", ProjectId = Tulip, UserId = Carol },
            new ApiKey { Hash = "4A6F62E145D335DEA6B1FCF67A79AFB8D06C78C48E7323E44D09B3B9F54AF27E", ProjectId = "platform", UserId = "ops", IsAdmin = true });
    }

    private static QuotaLimits Limits(int instances, int cores, int ramMb, int securityGroups, int serverGroups) => new()
    {
        Instances = instances,
        Cores = cores,
        RamMb = ramMb,
        SecurityGroups = securityGroups,
        ServerGroups = serverGroups,
    };
}
